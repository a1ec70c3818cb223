#include "names/cast.h"

#include "names/find.h"
#include "names/forms.h"

enum { PROBES = 32 };

/* Up to a few forms by a key: of the whole form, of one of its words, of its initials. */
typedef struct form_slot {
    uint64_t key;
    uint32_t count;
    uint32_t forms[NW_ALIAS_CANDIDATES]; /* index + 1 */
} form_slot;

typedef struct form_table {
    form_slot *slots;
    uint32_t mask;
} form_table;

typedef struct alias_finder {
    nw_arena *arena;
    const nw_reading *reading;
    const nw_mentions *mentions;
    nw_aliases *aliases;
    form_table whole;
    form_table parts;
} alias_finder;

static void open_table(nw_arena *arena, form_table *table, uint32_t count) {
    uint32_t room = 64;
    while (room / 2 < count) room *= 2;
    table->slots = nw_alloc_zero(arena, room * sizeof *table->slots);
    table->mask = room - 1;
}

static void close_table(nw_arena *arena, form_table *table) {
    nw_release(arena, table->slots, (table->mask + (size_t)1) * sizeof *table->slots);
}

/* The slot of a key, taken for it if free; NULL where too many others share its place. */
static form_slot *find_slot(form_table *table, uint64_t key, bool take) {
    for (uint32_t i = 0; i < PROBES; i++) {
        form_slot *slot = &table->slots[(uint32_t)((key >> 7) + i) & table->mask];
        if (slot->key == key) return slot;
        if (slot->key) continue;
        if (take) slot->key = key;
        return take ? slot : NULL;
    }
    return NULL;
}

static void index_key(form_table *table, uint64_t key, uint32_t form) {
    form_slot *slot = find_slot(table, key, true);
    if (!slot || slot->count == NW_ALIAS_CANDIDATES) return;
    for (uint32_t i = 0; i < slot->count; i++)
        if (slot->forms[i] == form + 1) return;
    slot->forms[slot->count++] = form + 1;
}

/* ---- the words of a mention ---- */

static bool is_left_out(const nw_reading *reading, const newswire_token *token, newswire_span span) {
    char byte = reading->text.bytes[span.start];
    return byte == ',' || byte == '\'' ||
           (token->kind == NEWSWIRE_WORD && token->traits & NEWSWIRE_HAS_APOSTROPHE && span.length <= 4 &&
            (unsigned char)byte >= 0x80);
}

/* The key of a word; of "B.A.T" that of "BAT". */
static uint64_t key_of_word(nw_arena *arena, const char *bytes, uint32_t length) {
    char letters[NW_NAME_WORDS];
    uint32_t count = 0;
    if (length > 6 && memcmp(bytes + length - 4, ".com", 4) == 0)
        return nw_form_key(arena, bytes, length - 4);
    for (uint32_t i = 0; i < length; i += 2) {
        bool letter = nw_ascii_upper(bytes[i]) && (i + 1 == length || bytes[i + 1] == '.');
        if (!letter || count == sizeof letters) return nw_form_key(arena, bytes, length);
        letters[count++] = bytes[i];
    }
    return count > 1 ? nw_form_key(arena, letters, count) : nw_form_key(arena, bytes, length);
}

static void add_word(alias_finder *finder, newswire_span span, const newswire_token *token, uint32_t number) {
    const nw_reading *reading = finder->reading;
    if (span.length != token->span.length)
        number = nw_lexicon_word(reading->text.bytes + span.start, span.length);
    nw_name_word *word = nw_push(finder->arena, &finder->aliases->words);
    word->span = span;
    word->word = number;
    word->classes = nw_know_word(number, token).classes;
    word->key = key_of_word(finder->arena, reading->text.bytes + span.start, span.length);
}

/* Adds the words of a mention. Returns whether one of them is a firm's address: "Norwick.com". */
static bool add_words(alias_finder *finder, const newswire_mention *mention) {
    enum { COM = 4 };
    const nw_reading *reading = finder->reading;
    uint32_t start = mention->span.start, end = nw_span_end(mention->span);
    bool address = false;
    for (uint32_t i = 0; i < mention->token_count && i < NW_NAME_WORDS; i++) {
        const newswire_token *token = &reading->tokens.items[mention->first_token + i];
        newswire_span span = token->span;
        if (span.start < start) span.length -= start - span.start, span.start = start;
        if (nw_span_end(span) > end) span.length = end - span.start;
        if (is_left_out(reading, token, span)) continue;
        uint32_t number = reading->words[mention->first_token + i], stem = span.length - COM;
        bool com = span.length > COM + 1 && memcmp(reading->text.bytes + span.start + stem, ".com", COM) == 0;
        address |= com;
        if (com) add_word(finder, (newswire_span){span.start, stem}, token, number);
        if (com) span = (newswire_span){span.start + stem, COM}; /* "Norwick" is short for "Norwick.com" */
        add_word(finder, span, token, number);
        if (com)
            finder->aliases->words.items[finder->aliases->words.count - 1].classes =
                nw_class_bit(NW_CLASS_INSIDE);
    }
    return address;
}

/* Leaves out "The" and a company's legal form. */
static void trim_words(nw_name_form *form, const nw_reading *reading, const nw_name_word *words,
                       uint32_t *first, uint32_t *count) {
    newswire_span span = words[*first].span;
    if (*count > 1 && span.length == 3 && (reading->text.bytes[span.start] | 32) == 't' &&
        (reading->text.bytes[span.start + 1] | 32) == 'h' &&
        (reading->text.bytes[span.start + 2] | 32) == 'e')
        ++*first, --*count;
    while (form->type != NEWSWIRE_PERSON && *count > 1 &&
           words[*first + *count - 1].classes & nw_class_bit(NW_CLASS_LEGAL)) {
        form->is_company = form->has_legal = true;
        form->legal_count++;
        --*count;
    }
}

static bool is_capitals(const nw_reading *reading, newswire_span span) {
    uint32_t letters = 0;
    for (uint32_t i = 0; i < span.length; i++) {
        char byte = reading->text.bytes[span.start + i];
        if (nw_ascii_upper(byte))
            letters++;
        else if (byte != '.' && byte != '&')
            return false;
    }
    return letters >= 2 && letters <= 7;
}

/* ---- forms ---- */

static void take_mention(alias_finder *finder, uint32_t index) {
    nw_aliases *aliases = finder->aliases;
    const newswire_mention *mention = &finder->mentions->items[index];
    nw_name_form form = {0};
    form.type = mention->type;
    form.mention = index;
    form.third = UINT32_MAX;
    form.known = mention->entity & ~NW_KNOWN_ALIAS;
    form.is_known_alias = (mention->entity & NW_KNOWN_ALIAS) != 0;
    form.first_word = aliases->words.count;
    form.is_company = add_words(finder, mention);
    form.word_count = aliases->words.count - form.first_word;
    if (form.word_count)
        trim_words(&form, finder->reading, aliases->words.items, &form.first_word, &form.word_count);
    form.key = 1;
    for (uint32_t i = 0; i < form.word_count; i++)
        form.key = nw_join_keys(form.key, aliases->words.items[form.first_word + i].key);
    form_slot *slot = find_slot(&finder->whole, form.key, true);
    form.is_company = form.is_company || nw_is_shown_as_company(finder->reading, mention);
    uint32_t at = aliases->forms.count;
    if (slot && slot->count) {
        at = slot->forms[0] - 1;
    } else {
        form.is_family = mention->subtype && strcmp(mention->subtype, "family") == 0;
        form.is_capitals =
            form.word_count == 1 && is_capitals(finder->reading, aliases->words.items[form.first_word].span);
        *nw_push(finder->arena, &aliases->forms) = form;
        if (slot) slot->forms[slot->count++] = at + 1;
    }
    if (++aliases->forms.items[at].count == 3) aliases->forms.items[at].third = index;
    aliases->forms.items[at].is_company |= form.is_company;
    aliases->forms.items[at].has_legal |= form.has_legal;
    aliases->forms.items[at].votes[mention->type] += (uint32_t)(mention->score * 1000);
    aliases->form_of[index] = at;
}

/* A firm of the lists is one whatever the model says; "Dow Jones", which the lists know as an index, too, is what it says. */
static void settle_type(const nw_aliases *aliases, nw_name_form *form) {
    if (form->word_count > 1 && nw_form_entry(aliases, form, NW_LIST_FIRMS) &&
        !nw_form_entry(aliases, form, NW_LIST_STOCK_INDICES))
        form->is_company = true;
    for (uint8_t type = 0; type < 4; type++)
        if (form->votes[type] > form->votes[form->type]) form->type = type;
    if (form->is_company) form->type = NEWSWIRE_ORG;
}

/* "Norsk Tern", doubtful as a person, where "Tern <TRN.OL>" is a firm. */
static void settle_by_last_word(alias_finder *finder, nw_name_form *form) {
    const nw_name_word *words = finder->aliases->words.items + form->first_word;
    enum { UNSURE = 700 }; /* thousandths of a vote, for each time the name is read */
    const uint64_t persons =
        nw_class_bit(NW_CLASS_GIVEN) | nw_class_bit(NW_CLASS_TITLE) | nw_class_bit(NW_CLASS_HONORIFIC);
    if (form->type != NEWSWIRE_PERSON || form->word_count < 2 || words->classes & persons) return;
    if (form->votes[NEWSWIRE_PERSON] >= form->count * UNSURE) return;
    const form_slot *slot =
        find_slot(&finder->whole, nw_join_keys(1, words[form->word_count - 1].key), false);
    if (!slot || !slot->count || !finder->aliases->forms.items[slot->forms[0] - 1].is_company) return;
    form->is_company = true;
    form->type = NEWSWIRE_ORG;
}

static uint64_t acronym_key(const char *letters, uint32_t length) {
    uint64_t key = 77;
    for (uint32_t i = 0; i < length; i++) key = nw_join_keys(key, (uint64_t)(unsigned char)letters[i]);
    return key;
}

static void index_form(alias_finder *finder, uint32_t at) {
    nw_aliases *aliases = finder->aliases;
    const nw_name_form *form = &aliases->forms.items[at];
    char initials[NW_NAME_WORDS];
    if (form->word_count < 2) return;
    for (uint32_t i = 0; i < form->word_count; i++) {
        const nw_name_word *word = &aliases->words.items[form->first_word + i];
        if (word->classes & (nw_class_bit(NW_CLASS_INSIDE) | nw_class_bit(NW_CLASS_LEGAL))) continue;
        index_key(&finder->parts, word->key, at);
    }
    uint32_t length = nw_initials(aliases, finder->reading, form, initials, sizeof initials);
    if (length) index_key(&finder->parts, acronym_key(initials, length), at);
    if (length > NW_INITIALS_BEHIND_COUNTRY && nw_is_led_by_country(aliases, form))
        index_key(&finder->parts, acronym_key(initials + 1, length - 1), at);
    if (!form->legal_count) return;
    nw_name_form whole = nw_whole_form(form);
    length = nw_initials(aliases, finder->reading, &whole, initials, sizeof initials);
    if (length) index_key(&finder->parts, acronym_key(initials, length), at);
}

/* ---- fuller forms ---- */

static void hold_against(alias_finder *finder, nw_name_form *form, uint64_t key) {
    nw_aliases *aliases = finder->aliases;
    const form_slot *slot = find_slot(&finder->parts, key, false);
    for (uint32_t i = 0; slot && i < slot->count && form->fuller_count < NW_ALIAS_CANDIDATES; i++) {
        const nw_name_form *full = &aliases->forms.items[slot->forms[i] - 1];
        bool known = false;
        for (uint32_t j = 0; j < form->fuller_count; j++) known |= form->fuller[j] == slot->forms[i];
        if (!known && nw_is_alias(aliases, finder->reading, form, full))
            form->fuller[form->fuller_count++] = slot->forms[i];
    }
}

/* "Prudential (Pru)": the beginning of a name's first word. */
static bool begins_like(const alias_finder *finder, const nw_name_form *form, const nw_name_form *name) {
    enum { LEAST_LETTERS = 3 };
    if (!name->word_count || name->type != NEWSWIRE_ORG) return false;
    const nw_name_word *words = finder->aliases->words.items;
    newswire_string cut = nw_span_string(&finder->reading->text, words[form->first_word].span),
                    whole = nw_span_string(&finder->reading->text, words[name->first_word].span);
    return cut.length >= LEAST_LETTERS && cut.length < whole.length &&
           memcmp(cut.bytes, whole.bytes, cut.length) == 0;
}

/* "Mineworkers' Relief Office (MIRO)": the name that the short form in brackets stands right behind. */
static void hold_against_name_before(alias_finder *finder, nw_name_form *form) {
    const newswire_mention *mention = &finder->mentions->items[form->mention];
    if (form->mention == 0 || mention->first_token == 0) return;
    uint32_t open = mention->first_token - 1, full = finder->aliases->form_of[form->mention - 1];
    if (open + 2 >= finder->reading->tokens.count) return;
    if (!nw_is_mark(finder->reading, open, '(') || !nw_is_mark(finder->reading, open + 2, ')') ||
        mention[-1].first_token + mention[-1].token_count != open)
        return;
    const nw_name_form *name = &finder->aliases->forms.items[full];
    if (nw_is_short_form(finder->aliases, finder->reading, form, name) || begins_like(finder, form, name))
        form->fuller[form->fuller_count++] = full + 1;
}

/* "CDC": the names that end as the one does that the lists have for it. */
static void hold_against_listed(alias_finder *finder, nw_name_form *form) {
    const char *name = nw_other_name(finder->aliases, form), *last = name ? strrchr(name, ' ') : NULL;
    if (last) hold_against(finder, form, nw_form_key(finder->arena, last + 1, (uint32_t)strlen(last + 1)));
}

static void find_fuller(alias_finder *finder, nw_name_form *form) {
    const nw_name_word *words = finder->aliases->words.items + form->first_word;
    char letters[NW_NAME_WORDS];
    uint32_t count = 0;
    if (!form->word_count) return;
    if (form->is_capitals) {
        for (uint32_t i = 0; i < words->span.length && count < sizeof letters; i++) {
            char byte = finder->reading->text.bytes[words->span.start + i];
            if (nw_ascii_upper(byte)) letters[count++] = byte;
        }
        hold_against(finder, form, acronym_key(letters, count));
        if (!form->fuller_count) hold_against_listed(finder, form);
    }
    if (!form->fuller_count && form->word_count == 1) hold_against_name_before(finder, form);
    if (form->fuller_count) return; /* "USI Art Collections" is not what "USI" is short for */
    hold_against(finder, form, words[form->word_count - 1].key);
    if (form->word_count > 1) hold_against(finder, form, words[0].key);
}

/* "Lee and Storr Inc" */
static bool has_and(const alias_finder *finder, uint32_t at) {
    const nw_name_form *full = &finder->aliases->forms.items[at - 1];
    const nw_name_word *words = finder->aliases->words.items + full->first_word;
    for (uint32_t i = 0; i < full->word_count; i++)
        if (nw_string_equal(nw_span_string(&finder->reading->text, words[i].span), nw_string("and")))
            return true;
    return false;
}

/* Takes from both of two forms the fuller one that they share. */
static void part_forms(const alias_finder *finder, nw_name_form *one, nw_name_form *other) {
    for (uint32_t i = 0; i < one->fuller_count; i++)
        for (uint32_t j = 0; j < other->fuller_count; j++) {
            if (one->fuller[i] != other->fuller[j] || has_and(finder, one->fuller[i])) continue;
            one->fuller[i--] = one->fuller[--one->fuller_count];
            other->fuller[j] = other->fuller[--other->fuller_count];
            break;
        }
}

/* "Tern Storr Networks, owned by Tern and Storr": the two that are told side by side are not one. */
static void part_coordinated(alias_finder *finder) {
    enum { SELDOM = 2 /* mentions: what is named more often by the short form goes by it */ };
    nw_name_form *forms = finder->aliases->forms.items;
    for (uint32_t i = 1; i < finder->mentions->count; i++) {
        const newswire_mention *mention = &finder->mentions->items[i], *before = mention - 1;
        uint32_t link = before->first_token + before->token_count;
        nw_name_form *one = &forms[finder->aliases->form_of[i - 1]],
                     *other = &forms[finder->aliases->form_of[i]];
        if (link + 1 != mention->first_token || one == other || one->type != NEWSWIRE_ORG ||
            other->type != NEWSWIRE_ORG || !nw_token_reads(finder->reading, link, "and"))
            continue;
        if (one->count <= SELDOM && other->count <= SELDOM) part_forms(finder, one, other);
    }
}

nw_aliases *nw_find_aliases(nw_arena *arena, const nw_reading *reading, const nw_mentions *mentions) {
    nw_aliases *aliases = nw_alloc_zero(arena, sizeof *aliases);
    alias_finder finder = {arena, reading, mentions, aliases, {NULL, 0}, {NULL, 0}};
    aliases->form_of = nw_alloc(arena, (mentions->count + 1u) * sizeof *aliases->form_of);
    open_table(arena, &finder.whole, mentions->count);
    for (uint32_t i = 0; i < mentions->count; i++) {
        nw_poll(arena, mentions->items[i].token_count);
        take_mention(&finder, i);
    }
    open_table(arena, &finder.parts, aliases->words.count + aliases->forms.count);
    for (uint32_t i = 0; i < aliases->forms.count; i++) {
        nw_poll(arena, 1);
        settle_type(aliases, &aliases->forms.items[i]);
        index_form(&finder, i);
    }
    for (uint32_t i = 0; i < aliases->forms.count; i++)
        settle_by_last_word(&finder, &aliases->forms.items[i]);
    for (uint32_t i = 0; i < aliases->forms.count; i++) {
        nw_poll(arena, 2);
        find_fuller(&finder, &aliases->forms.items[i]);
    }
    part_coordinated(&finder);
    close_table(arena, &finder.whole);
    close_table(arena, &finder.parts);
    return aliases;
}

void nw_close_aliases(nw_arena *arena, nw_aliases *aliases, const nw_mentions *mentions) {
    nw_discard(arena, &aliases->words);
    nw_discard(arena, &aliases->forms);
    nw_release(arena, aliases->form_of, (mentions->count + 1u) * sizeof *aliases->form_of);
}
