#include "lexicon/compile/compile.h"

#include "lexicon/value_classes.h"

/* The words of the first column, by list, in the order of value_classes.h. */
static const struct class_names {
    const char *list;
    const char *names[NW_NO_NUMBER_WORD + 1];
} lists[] = {
    {"number_words",
     {"unit", "ten", "scale", "letter", "dozen", "ordinal", "part", "parts", "half", "quarter", "minus",
      "percent", "percentage", "basis", "point", "per", "fraction"}},
    {"date_words",
     {"month", "short-month", "weekday", "short-weekday", "day", "modifier", "period", "season", "fiscal",
      "part", "year-end", "holiday"}},
    {"time_words", {"unit", "filler", "zone", "clock", "oclock"}},
    {"money_words", {"currency", "code", "country", "place"}},
    {"count_words", {"plural", "measure", "stop"}},
};

bool value_class_of_form(lexicon_build *compilation, const list_form *form, uint8_t *class) {
    const list_file *list = &compilation->lists[form->list];
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (strcmp(list->name, lists[i].list) != 0 || list->columns == 0) continue;
        unsigned number = 0;
        while (lists[i].names[number] && strcmp(form_column(form, 1), lists[i].names[number]) != 0) number++;
        if (!lists[i].names[number]) complain(compilation, list, form->line, "a class that no value has");
        *class = (uint8_t)(NW_VALUE_CLASSES + number);
        return true;
    }
    return false;
}
