#include "names/classes.h"
#include "names/looks.h"
#include "names/name_words.h"

/* ---- columns ---- */

#define OF_WORD(column, limit, letters)                                                                      \
    [NW_COLUMN_##column] = {                                                                                 \
        NW_COLUMN_OF_ONE, 1, letters, true, offsetof(nw_kept_word, values[NW_COLUMN_##column]), limit}
#define OF_ONE(column, member, limit)                                                                        \
    [NW_COLUMN_##column] = {NW_COLUMN_OF_ONE, 1, false, false, offsetof(nw_name_columns, member), limit}
#define OF_BITS(column, member, limit)                                                                       \
    [NW_NAME_VALUES + NW_BITS_##                                                                             \
        column] = {NW_COLUMN_OF_BITS, 1, false, false, offsetof(nw_name_columns, member), limit}
#define OF_SET(column, limit)                                                                                \
    [NW_NAME_VALUES + NW_NAME_BITS + NW_SET_##column] = {                                                    \
        NW_COLUMN_OF_SET, NW_SET_SIZE, true, false, offsetof(nw_name_columns, sets[NW_SET_##column]), limit}

/* With their limits; 0: too many values for rows of their own. */
static const nw_column columns[] = {
    OF_WORD(WORD, 0, true),
    OF_WORD(SHAPE, 0, false),
    OF_WORD(LOOK, NW_LOOKS, false),
    OF_WORD(SMALL, NW_SMALL_CLASSES, false),
    OF_WORD(MIDDLE, NW_MIDDLE_CLASSES, false),
    OF_WORD(LARGE, NW_LARGE_CLASSES, false),
    OF_WORD(NAMED, NW_NAMED_CLASSES, false),
    OF_WORD(PROFILE, NW_PROFILES, false),
    OF_WORD(PREFIX2, 0, true),
    OF_WORD(PREFIX3, 0, true),
    OF_WORD(PREFIX4, 0, true),
    OF_WORD(SUFFIX1, 0, true),
    OF_WORD(SUFFIX2, 0, true),
    OF_WORD(SUFFIX3, 0, true),
    OF_WORD(SUFFIX4, 0, true),
    OF_WORD(CUE_BEFORE, 27, false),
    OF_WORD(CUE_AFTER, 27, false),
    OF_ONE(PLACE, place, 19),
    OF_ONE(LINE, line, 202),
    OF_ONE(TEXT, text, 17),
    OF_ONE(CAPITALS, capitals, NW_CASE_CLASSES),
    OF_ONE(LETTERS, letters, NW_CASE_CLASSES),
    [NW_NAME_VALUES + NW_BITS_CLASSES] = {NW_COLUMN_OF_BITS, 1, false, true, offsetof(nw_kept_word, classes),
                                          NW_CLASS_COUNT},
    OF_BITS(PHRASES, phrases, 3 * NW_CLASS_PHRASES),
    OF_BITS(ELSEWHERE, elsewhere, 9),
    OF_BITS(CUES_BEFORE, cues_before, 27),
    OF_BITS(CUES_AFTER, cues_after, 27),
    OF_SET(LEFT, NW_LARGE_CLASSES),
    OF_SET(RIGHT, NW_LARGE_CLASSES),
    OF_SET(LEFT_CLASS, NW_MIDDLE_CLASSES),
    OF_SET(RIGHT_CLASS, NW_MIDDLE_CLASSES),
};

/* ---- templates ---- */

#define VALUE(column, offset)                                                                                \
    { NW_COLUMN_##column, offset, NW_NO_COLUMN, 0 }
#define PAIR(column, offset, other, other_offset)                                                            \
    { NW_COLUMN_##column, offset, NW_COLUMN_##other, other_offset }
#define BITS(column, offset)                                                                                 \
    { NW_NAME_VALUES + NW_BITS_##column, offset, NW_NO_COLUMN, 0 }
#define SET(column)                                                                                          \
    { NW_NAME_VALUES + NW_NAME_BITS + NW_SET_##column, 0, NW_NO_COLUMN, 0 }

static const nw_template templates[] = {
    VALUE(WORD, -2),
    VALUE(WORD, -1),
    VALUE(WORD, 0),
    VALUE(WORD, 1),
    VALUE(WORD, 2),
    VALUE(LOOK, -2),
    VALUE(LOOK, -1),
    VALUE(SHAPE, 0),
    VALUE(LOOK, 1),
    VALUE(LOOK, 2),
    VALUE(SMALL, -2),
    VALUE(SMALL, -1),
    VALUE(SMALL, 0),
    VALUE(SMALL, 1),
    VALUE(SMALL, 2),
    VALUE(MIDDLE, -2),
    VALUE(MIDDLE, -1),
    VALUE(MIDDLE, 0),
    VALUE(MIDDLE, 1),
    VALUE(MIDDLE, 2),
    VALUE(LARGE, -2),
    VALUE(LARGE, -1),
    VALUE(LARGE, 0),
    VALUE(LARGE, 1),
    VALUE(LARGE, 2),
    VALUE(NAMED, -2),
    VALUE(NAMED, -1),
    VALUE(NAMED, 0),
    VALUE(NAMED, 1),
    VALUE(NAMED, 2),
    VALUE(PREFIX2, 0),
    VALUE(PREFIX3, 0),
    VALUE(PREFIX4, 0),
    VALUE(SUFFIX1, 0),
    VALUE(SUFFIX2, 0),
    VALUE(SUFFIX3, 0),
    VALUE(SUFFIX4, 0),
    VALUE(SUFFIX3, -1),
    VALUE(SUFFIX3, 1),
    VALUE(CUE_BEFORE, -2),
    VALUE(CUE_BEFORE, -1),
    VALUE(CUE_AFTER, 1),
    VALUE(CUE_AFTER, 2),
    VALUE(PLACE, 0),
    VALUE(PLACE, 1),
    VALUE(LINE, 0),
    VALUE(TEXT, 0),
    VALUE(CAPITALS, -1),
    VALUE(CAPITALS, 0),
    VALUE(CAPITALS, 1),
    VALUE(LETTERS, -1),
    VALUE(LETTERS, 0),
    VALUE(LETTERS, 1),
    PAIR(WORD, 0, SHAPE, 0),
    PAIR(MIDDLE, -1, MIDDLE, 0),
    PAIR(MIDDLE, 0, MIDDLE, 1),
    PAIR(PROFILE, -1, PROFILE, 0),
    PAIR(PROFILE, 0, PROFILE, 1),
    PAIR(PROFILE, -1, PROFILE, 1),
    PAIR(SMALL, -1, SMALL, 1),
    /* what changes least first: the rows of a text are near each other */
    PAIR(PLACE, 0, PROFILE, 0),
    PAIR(PLACE, 0, MIDDLE, 0),
    PAIR(LINE, 0, PROFILE, 0),
    PAIR(TEXT, 0, MIDDLE, 0),
    PAIR(NAMED, 0, LOOK, 0),
    BITS(CLASSES, -1),
    BITS(CLASSES, 0),
    BITS(CLASSES, 1),
    BITS(PHRASES, -1),
    BITS(PHRASES, 0),
    BITS(PHRASES, 1),
    BITS(ELSEWHERE, 0),
    BITS(CUES_BEFORE, 0),
    BITS(CUES_AFTER, 0),
    SET(LEFT),
    SET(RIGHT),
    SET(LEFT_CLASS),
    SET(RIGHT_CLASS),
};

const nw_template_table nw_names_templates = {
    .name = "names",
    .columns = columns,
    .templates = templates,
    .column_count = sizeof columns / sizeof *columns,
    .template_count = sizeof templates / sizeof *templates,
    .unit_size = sizeof(nw_name_columns),
    .types = NEWSWIRE_MISC + 1,
    .run_length = NW_NAME_RUN,
};
