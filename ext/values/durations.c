#include "values/durations.h"

#include "values/date_resolution.h"

/* What is written for a unit: how many of which designator, and whether it belongs after the "T". */
static const struct unit_shape {
    char unit;
    int times;
    char designator;
    bool clock;
    int smaller; /* how many of the next smaller designator make one, for "two and a half years" */
    char smaller_designator;
} shapes[] = {{'S', 1, 'S', true, 0, 0},      {'M', 1, 'M', true, 60, 'S'},   {'H', 1, 'H', true, 60, 'M'},
              {'D', 1, 'D', false, 0, 0},     {'W', 1, 'W', false, 0, 0},     {'F', 2, 'W', false, 0, 0},
              {'m', 1, 'M', false, 0, 0},     {'Q', 3, 'M', false, 0, 0},     {'Y', 1, 'Y', false, 12, 'M'},
              {'E', 10, 'Y', false, 12, 'M'}, {'C', 100, 'Y', false, 12, 'M'}};

static const struct unit_shape *shape_of(char unit) {
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (shapes[i].unit == unit) return &shapes[i];
    return NULL;
}

/* Smaller units have larger ranks. */
static int rank_of(char unit) { return (int)(strchr("CEYQmFWDHMS", unit) - "CEYQmFWDHMS"); }

/* The entry of a unit of time, or NULL. */
static const nw_entry *time_unit(const nw_piece *piece) {
    return nw_time_class_of(piece) == NW_TIME_UNIT ? nw_take_entry(piece->word, NW_LIST_TIME_WORDS) : NULL;
}

/* "min", "sec", "mo", "m" are other things too, unless glued or after digits; "three-day" is not. */
static bool is_sure(const nw_value_reader *reader, const nw_piece *piece, const nw_number *number) {
    return piece->end - piece->start > 3 || number->form == NW_NUMBER_DIGITS ||
           nw_piece_reads(reader, piece, "mth") || nw_piece_reads(reader, piece, "qtr") || /* nine mth net */
           (nw_piece_reads(reader, piece, "day") && /* may one day be */
            (number->value > 1 || nw_byte_at(reader, piece->start - 1) == '-'));
}

/* The unit after a number, behind "straight", "full", "trading" and the like. */
static const nw_entry *unit_after(const nw_value_reader *reader, const nw_number *number, nw_piece *unit) {
    if (!nw_next_joined(reader, &number->last, unit)) return NULL;
    if (number->form == NW_NUMBER_FRACTION) { /* "half an hour", "a quarter of a century" */
        if (nw_piece_reads(reader, unit, "of") && !nw_next_joined(reader, unit, unit)) return NULL;
        bool article = nw_piece_reads(reader, unit, "a") || nw_piece_reads(reader, unit, "an");
        if (!article || !nw_next_joined(reader, unit, unit)) return NULL;
    } else if (nw_time_class_of(unit) == NW_TIME_FILLER) {
        if (!nw_next_joined(reader, unit, unit)) return NULL;
    }
    const nw_entry *entry = time_unit(unit);
    return entry && is_sure(reader, unit, number) ? entry : NULL;
}

static void write_amount(nw_writer *writer, double amount, char designator) {
    uint32_t whole = (uint32_t)amount, hundredths = (uint32_t)((amount - whole) * 100 + 0.5);
    if (hundredths == 100) hundredths = 0, whole++;
    nw_write_number(writer, whole, 1);
    if (hundredths) {
        nw_write(writer, ".");
        if (hundredths % 10)
            nw_write_number(writer, hundredths, 2);
        else
            nw_write_number(writer, hundredths / 10, 1);
    }
    nw_write(writer, (char[]){designator, 0});
}

/* "2Y6M" of 2.5 years, "0.5M" of half a month; a "T" is written before the first unit of the clock. */
static void write_unit(nw_writer *writer, double number, const struct unit_shape *shape, bool *clock) {
    double amount = number * shape->times;
    double whole = (double)(uint32_t)amount, rest = (amount - whole) * shape->smaller;
    bool splits = shape->smaller && amount > whole && rest - (double)(uint32_t)(rest + 0.01) < 0.01;
    if (shape->clock && !*clock) {
        nw_write(writer, "T");
        *clock = true;
    }
    if (!splits) {
        write_amount(writer, amount, shape->designator);
        return;
    }
    if (whole > 0) write_amount(writer, whole, shape->designator);
    write_amount(writer, (double)(uint32_t)(rest + 0.01), shape->smaller_designator);
}

/* A smaller number and unit right behind: "two years and three months", "1 hour 20 minutes". */
static void read_smaller(const nw_value_reader *reader, nw_duration *duration, nw_writer *writer,
                         bool clock) {
    nw_piece next, unit;
    nw_number number;
    if (!nw_next_piece(reader, &duration->last, &next) || !nw_near(&next)) return;
    if (nw_piece_reads(reader, &next, "and") && !nw_next_joined(reader, &next, &next)) return;
    if (next.kind == NW_PIECE_MARK || next.gap == NEWSWIRE_NO_GAP) return;
    if (!nw_parse_number(reader, &next, false, &number) || number.form == NW_NUMBER_FRACTION) return;
    const nw_entry *entry = unit_after(reader, &number, &unit);
    if (!entry || number.value < 1 || number.value >= 100 || number.decimals) return;
    char smaller = nw_entry_column(entry, 2)[0];
    if (rank_of(smaller) <= rank_of(duration->unit) || smaller == 'W' || smaller == 'F') return;
    if (duration->unit == 'W' || duration->unit == 'F') return; /* weeks stand alone in ISO 8601 */
    write_unit(writer, number.value, shape_of(smaller), &clock);
    duration->last = unit;
}

static void finish(const nw_value_reader *reader, nw_duration *duration, uint32_t start,
                   const nw_entry *entry, const nw_piece *unit) {
    nw_writer writer = {.length = 0};
    bool clock = false;
    duration->unit = nw_entry_column(entry, 2)[0];
    duration->noun = nw_entry_column(entry, 3);
    duration->last = *unit;
    const struct unit_shape *shape = shape_of(duration->unit);
    nw_write(&writer, "P");
    write_unit(&writer, duration->number, shape, &clock);
    read_smaller(reader, duration, &writer, clock);
    duration->span = (newswire_span){start, duration->last.end - start};
    duration->iso =
        reader->arena ? nw_copy_string(reader->arena, writer.bytes, writer.length) : (newswire_string){0};
}

/* "44-year-old": the age is one. */
static void take_age(const nw_value_reader *reader, nw_piece *unit) {
    nw_piece dash, old;
    if (!nw_next_piece(reader, unit, &dash) || dash.gap || !nw_piece_is(&dash, '-')) return;
    if (!nw_next_piece(reader, &dash, &old) || old.gap) return;
    if (nw_piece_reads(reader, &old, "old") || nw_piece_reads(reader, &old, "olds")) *unit = old;
}

bool nw_parse_duration(const nw_value_reader *reader, const nw_number *number, nw_duration *duration) {
    nw_piece unit;
    const nw_entry *entry = unit_after(reader, number, &unit);
    if (!entry || number->value <= 0 || number->value > 4e9 || number->has_sign) return false;
    char code = nw_entry_column(entry, 2)[0];
    if (code == 'Q' && number->form == NW_NUMBER_FRACTION) return false;
    *duration = (nw_duration){.token = number->token, .number = number->value};
    take_age(reader, &unit);
    finish(reader, duration, number->span.start, entry, &unit);
    return true;
}

/* "a [year]-on-year rise" */
static bool is_compared(const nw_value_reader *reader, const nw_piece *unit) {
    nw_piece dash, on;
    return nw_next_piece(reader, unit, &dash) && !dash.gap && nw_piece_is(&dash, '-') &&
           nw_next_piece(reader, &dash, &on) && !on.gap &&
           (nw_piece_reads(reader, &on, "on") || nw_piece_reads(reader, &on, "over"));
}

bool nw_parse_single_duration(const nw_value_reader *reader, const nw_piece *article, nw_duration *duration) {
    nw_piece unit;
    if (!nw_next_joined(reader, article, &unit)) return false;
    if (nw_piece_is_used(&unit, NW_USE_FULL)) {
        if (!nw_next_joined(reader, &unit, &unit)) return false;
    }
    const nw_entry *entry = time_unit(&unit);
    if (!entry || unit.end - unit.start < 3 || is_compared(reader, &unit)) return false;
    char code = nw_entry_column(entry, 2)[0], last = nw_byte_at(reader, unit.end - 1);
    if (code == 'Q' || code == 'S' || (last | 0x20) == 's') return false; /* "a second chance" */
    *duration = (nw_duration){.token = article->token, .number = 1};
    finish(reader, duration, article->start, entry, &unit);
    return true;
}
