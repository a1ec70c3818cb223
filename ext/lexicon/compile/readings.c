#include "lexicon/compile/compile.h"

/* The classes that a letter of grammar.txt stands for; its header explains them. */
static uint64_t class_of_letter(char letter) {
    switch (letter) {
    case 'D': return NW_CLASS(NW_DETERMINER);
    case 'G': return NW_CLASS(NW_OWNER);
    case 'Q': return NW_CLASS(NW_PRONOUN);
    case 'Y': return NW_CLASS(NW_TIME_NOUN);
    case 'M': return NW_CLASS(NW_MODAL);
    case 'B': return NW_CLASS(NW_BE);
    case 'H': return NW_CLASS(NW_HAVE);
    case 'O': return NW_CLASS(NW_DO);
    case 'X': return NW_CLASS(NW_NEGATION);
    case 'P': return NW_CLASS(NW_PREPOSITION);
    case 'C': return NW_CLASS(NW_COORDINATOR);
    case 'S': return NW_CLASS(NW_SUBORDINATOR);
    case 'R': return NW_CLASS(NW_RELATIVE);
    case 'V': return NW_CLASS(NW_ADVERB);
    case 'A': return NW_CLASS(NW_ADJECTIVE);
    case 'U': return NW_CLASS(NW_UNIT);
    case 'K': return NW_CLASS(NW_CALENDAR);
    case 'L': return NW_CLASS(NW_NUMERAL);
    case 'J': return NW_CLASS(NW_TO);
    case 'W': return NW_CLASS(NW_VERB);
    case 'Z': return NW_CLASS(NW_PRESENT);
    case 'T': return NW_CLASS(NW_PAST);
    case 'E': return NW_CLASS(NW_PARTICIPLE);
    case 'I': return NW_CLASS(NW_GERUND);
    case 'N': return NW_CLASS(NW_NOUN);
    case 'F': return NW_TAKES_CLAUSE;
    case 'b': return NW_TAKES_BARE;
    default: return 0;
    }
}

uint64_t readings_of_form(const lexicon_build *compilation, const list_form *form) {
    const list_file *list = &compilation->lists[form->list];
    uint64_t readings = 0;
    if (strcmp(list->name, "grammar") != 0 || list->columns == 0) return 0;
    for (const char *letter = form->values; *letter; letter++) readings |= class_of_letter(*letter);
    return readings;
}
