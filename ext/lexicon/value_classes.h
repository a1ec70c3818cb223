/*
** What the lists of values say of a word in their first column: nw_entry.class of their entries. The compiler
** of the lists finds it (compile/value_classes.c).
*/
#ifndef NW_VALUE_CLASSES_H
#define NW_VALUE_CLASSES_H

/* In entries they count from here, beyond the classes of names (name_classes.h). */
enum { NW_VALUE_CLASSES = 128 };

/* number_words.txt */
typedef enum nw_number_class {
    NW_UNIT_WORD,  /* three */
    NW_TEN_WORD,   /* thirty */
    NW_SCALE_WORD, /* million */
    NW_LETTER_WORD,
    NW_DOZEN_WORD,
    NW_ORDINAL_WORD,
    NW_PART_WORD,  /* third */
    NW_PARTS_WORD, /* thirds */
    NW_HALF_WORD,
    NW_QUARTER_WORD,
    NW_MINUS_WORD,
    NW_PERCENT_WORD,    /* pct, bps */
    NW_PERCENTAGE_WORD, /* percentage (point) */
    NW_BASIS_WORD,      /* basis (point) */
    NW_POINT_WORD,
    NW_PER_WORD, /* per (cent) */
    NW_FRACTION_WORD,
    NW_NO_NUMBER_WORD
} nw_number_class;

/* date_words.txt */
typedef enum nw_date_class {
    NW_MONTH_NAME,
    NW_SHORT_MONTH,
    NW_WEEKDAY,
    NW_SHORT_WEEKDAY,
    NW_RELATIVE_DAY,
    NW_MODIFIER,
    NW_PERIOD,
    NW_SEASON,
    NW_FISCAL,
    NW_DATE_PREFIX,
    NW_YEAR_END,
    NW_HOLIDAY,
    NW_NO_DATE_WORD
} nw_date_class;

/* time_words.txt */
typedef enum nw_time_class {
    NW_TIME_UNIT,   /* years */
    NW_TIME_FILLER, /* (three) straight (years) */
    NW_TIME_ZONE,
    NW_TIME_CLOCK, /* noon */
    NW_TIME_OCLOCK,
    NW_NO_TIME_WORD
} nw_time_class;

/* money_words.txt */
typedef enum nw_money_class {
    NW_CURRENCY_WORD, /* dlrs */
    NW_CURRENCY_CODE,
    NW_MONEY_COUNTRY, /* Canadian (dollars) */
    NW_MONEY_PLACE,   /* of datelines */
    NW_NO_MONEY_WORD
} nw_money_class;

/* count_words.txt */
typedef enum nw_count_class {
    NW_COUNTED_PLURAL,
    NW_COUNTED_MEASURE, /* km */
    NW_COUNT_STOP,      /* is not counted, and nothing behind it is */
    NW_COUNTED_PLAIN    /* not in the list */
} nw_count_class;

#endif
