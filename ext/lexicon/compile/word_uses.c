#include "lexicon/compile/compile.h"

static word_use *find_use(lexicon_build *compilation, newswire_string name) {
    for (uint32_t i = 0; i < compilation->uses.count; i++)
        if (nw_string_equal(compilation->uses.items[i].name, name)) return &compilation->uses.items[i];
    return NULL;
}

void read_use(lexicon_build *compilation, uint32_t list, newswire_string line, uint32_t number) {
    uint32_t length = 0;
    while (length < line.length && ((line.bytes[length] >= 'a' && line.bytes[length] <= 'z') ||
                                    (line.bytes[length] == '-' && length > 0)))
        length++;
    newswire_string name = {line.bytes, length};
    const list_file *file = &compilation->lists[list];
    if (length == 0 || length + 2 > line.length || memcmp(line.bytes + length, ": ", 2) != 0) {
        complain(compilation, file, number, "a use is '# use NAME: what it is', its name of a-z and -");
        return;
    }
    if (find_use(compilation, name)) complain(compilation, file, number, "two uses of one name");
    if (compilation->uses.count == NW_MOST_USES) complain(compilation, file, number, "too many uses");
    word_use *use = nw_push(compilation->arena, &compilation->uses);
    *use = (word_use){.name = name, .list = list, .line = number};
}

/* Whether a list names uses: then its first column tells them. */
static bool has_uses(const lexicon_build *compilation, uint32_t list) {
    for (uint32_t i = 0; i < compilation->uses.count; i++)
        if (compilation->uses.items[i].list == list) return true;
    return false;
}

void add_uses_of_form(lexicon_build *compilation, const list_form *form, nw_word_uses *uses) {
    const list_file *file = &compilation->lists[form->list];
    if (!has_uses(compilation, form->list)) return;
    if (file->columns == 0) {
        complain(compilation, file, form->line, "no column for uses");
        return;
    }
    for (const char *at = form_column(form, 1);;) {
        newswire_string name = {at, (uint32_t)strcspn(at, " ")};
        word_use *use = find_use(compilation, name);
        if (!use || use->list != form->list) {
            complain(compilation, file, form->line, "a use that the header does not name");
            return;
        }
        uint32_t number = (uint32_t)(use - compilation->uses.items);
        if (number < NW_MOST_USES) uses->bits[number / 64] |= UINT64_C(1) << number % 64;
        use->taken = true;
        at += name.length;
        if (*at++ == 0) return;
    }
}

void check_uses(lexicon_build *compilation) {
    for (uint32_t i = 0; i < compilation->forms.count; i++) {
        const list_form *form = &compilation->forms.items[i];
        if (form->node && has_uses(compilation, form->list))
            complain(compilation, &compilation->lists[form->list], form->line, "uses are of one word alone");
    }
    for (uint32_t i = 0; i < compilation->uses.count; i++) {
        const word_use *use = &compilation->uses.items[i];
        if (!use->taken)
            complain(compilation, &compilation->lists[use->list], use->line, "a use that no word has");
    }
}
