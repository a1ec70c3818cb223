#include "quotes/speakers.h"

/* "shipper", "survivor", "botanist": a noun for a person, by its ending. */
static bool ends_as_doer(newswire_string word) {
    static const char *const endings[] = {"er", "or", "ist", "man", "ant", "ian"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t length = strlen(endings[i]);
        if (word.length > length + 2 && memcmp(word.bytes + word.length - length, endings[i], length) == 0)
            return true;
    }
    return false;
}

static bool is_doer(const nw_clauses *clauses, uint32_t token) {
    if (nw_token_has(clauses, token, NW_IS_CAPITAL)) return false;
    return ends_as_doer(nw_token_string(&clauses->reading->text, &clauses->reading->tokens.items[token]));
}

/* "shippers" */
static bool is_doers(const nw_clauses *clauses, uint32_t token) {
    newswire_string word = nw_token_string(&clauses->reading->text, &clauses->reading->tokens.items[token]);
    if (nw_token_has(clauses, token, NW_IS_CAPITAL) || word.bytes[word.length - 1] != 's') return false;
    word.length--;
    return ends_as_doer(word);
}

/* What a noun of the list says about speakers without a name: 'g' there are several, 'p' one, 0 neither. */
static char listed_role(const nw_clauses *clauses, uint32_t token) {
    const nw_entry *entry = nw_find_entry(clauses->reading->words[token], NW_LIST_SPEECH_WORDS);
    char role = entry ? nw_entry_column(entry, 1)[0] : 0;
    return role == 'm' ? 0 : role;
}

/* Whether a noun means a person: "a minister", "a shipper". */
static bool is_person_noun(const nw_clauses *clauses, uint32_t token) {
    uint32_t word = clauses->reading->words[token];
    const nw_entry *kind = nw_find_entry(word, NW_LIST_KINDS);
    if (kind) return nw_entry_column(kind, 1)[0] == 'P'; /* PERSON */
    return !nw_find_entry(word, NW_LIST_SPEECH_WORDS) && is_doer(clauses, token);
}

/* Whether a noun means several persons: "prosecutors", "police". */
static bool is_persons_noun(const nw_clauses *clauses, uint32_t token) {
    const newswire_string word =
        nw_token_string(&clauses->reading->text, &clauses->reading->tokens.items[token]);
    if (nw_token_is_used(clauses->reading, token, NW_USE_PLURAL_SPEAKER)) return true;
    if (word.length < 4 || (word.bytes[word.length - 1] | 32) != 's') return false;
    uint32_t singular = nw_lexicon_word(word.bytes, word.length - 1);
    const nw_entry *kind = singular ? nw_find_entry(singular, NW_LIST_KINDS) : NULL;
    return kind && nw_entry_column(kind, 1)[0] == 'P'; /* PERSON */
}

bool nw_may_be_told(const nw_clauses *clauses, uint32_t token) {
    const nw_entry *kind = nw_find_entry(clauses->reading->words[token], NW_LIST_KINDS);
    uint32_t mention = clauses->mentions[token];
    if (mention) return clauses->names->mentions.items[mention - 1].type <= NEWSWIRE_ORG;
    return nw_token_has(clauses, token, NW_IS_ACCUSATIVE) || kind || listed_role(clauses, token) ||
           nw_token_is_used(clauses->reading, token, NW_USE_LISTENERS) || is_doer(clauses, token) ||
           is_doers(clauses, token) || is_persons_noun(clauses, token);
}

static const newswire_mention *name_at(const nw_clauses *clauses, uint32_t token) {
    uint32_t mention = clauses->mentions[token];
    return mention ? &clauses->names->mentions.items[mention - 1] : NULL;
}

/* "Bank of Riga (BOR) Governor Karl Ozols": where the phrase goes on after a bracket, or the bracket itself. */
static uint32_t skip_bracket(const nw_clauses *clauses, uint32_t token, uint32_t end) {
    for (uint32_t i = token + 1; i + 1 < end && i < token + 5; i++)
        if (nw_token_has(clauses, i, NW_IS_CLOSING))
            return nw_is_nounlike(clauses, i + 1) && !nw_token_has(clauses, i + 1, NW_IS_PAST) ? i : token;
    return token;
}

/* The end of a source's own noun phrase: before what stands in apposition, or after a preposition. */
static uint32_t head_end(const nw_clauses *clauses, nw_stretch source) {
    for (uint32_t i = source.first; i < source.end; i++) {
        if (nw_token_has(clauses, i, NW_IS_OPENING) && i > source.first) {
            uint32_t close = skip_bracket(clauses, i, source.end);
            if (close == i) return i;
            i = close;
            continue;
        }
        if (name_at(clauses, i)) continue;
        if (i > source.first && clauses->reading->tokens.items[i].kind == NEWSWIRE_CODE) return i;
        if (i > source.first && nw_token_reads(clauses->reading, i, "such"))
            return i; /* "groups such as the UN" */
        if (nw_token_has(clauses, i,
                         NW_IS_COMMA | NW_IS_PREPOSITION | NW_IS_QUESTION | NW_IS_OPENING | NW_IS_TO |
                             NW_IS_DASH) &&
            i > source.first)
            return i;
    }
    return source.end;
}

/* The person named in a stretch: the last one in the head ("GM spokeswoman Kelly Lee"), but of "Lee and Roth" the first. */
static uint32_t person_in(const nw_clauses *clauses, nw_stretch stretch) {
    uint32_t entity = 0, linker = stretch.end; /* "and" before the person found */
    for (uint32_t i = stretch.end; i-- > stretch.first;) {
        const newswire_mention *mention = name_at(clauses, i);
        if (!mention || mention->type != NEWSWIRE_PERSON || nw_token_has(clauses, i + 1, NW_IS_OWNER))
            continue;
        if (entity && i + 1 != linker) break;
        entity = mention->entity;
        linker = mention->first_token;
        if (linker <= stretch.first + 1 || !nw_token_has(clauses, linker - 1, NW_IS_LINKER)) break;
        i = --linker;
    }
    return entity;
}

/* "the minister, Ann Lee,", "his niece, state senator Ann Lee,": the name in apposition. */
static uint32_t person_in_apposition(const nw_clauses *clauses, nw_stretch source, uint32_t from) {
    for (uint32_t i = from; i + 1 < source.end; i++) {
        if (!nw_token_has(clauses, i, NW_IS_COMMA)) continue;
        uint32_t at = i + 1;
        const newswire_mention *mention = name_at(clauses, at); /* "its leader, Riga Mayor Ann Lee," */
        while (at + 1 < source.end &&
               (mention ? mention->type != NEWSWIRE_PERSON : nw_is_nounlike(clauses, at)))
            mention = name_at(clauses, ++at);
        if (mention && mention->type == NEWSWIRE_PERSON &&
            !nw_token_has(clauses, mention->first_token + mention->token_count, NW_IS_OWNER))
            return mention->entity; /* not "Lee's lawyers" */
    }
    return 0;
}

/* The reference ("he", "the company") that the names stage resolved at these tokens. */
static uint32_t reference_at(const nw_clauses *clauses, nw_stretch head) {
    const nw_mentions *mentions = &clauses->names->mentions;
    uint32_t low = 0, high = mentions->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mentions->items[middle].first_token < head.first)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < mentions->count && mentions->items[low].first_token == head.first; low++) {
        const newswire_mention *mention = &mentions->items[low];
        if (mention->kind == NEWSWIRE_NAME || mention->kind == NEWSWIRE_ALIAS) continue;
        if (mention->first_token + mention->token_count >= head.end) return mention->entity;
    }
    return 0;
}

/* An organisation or place as the head: "the online paper La Tribune", "Peugeot"; of several the first, "[GM] and the UAW",
** but of "the owner of GM and Ford" the last. */
static uint32_t name_as_head(const nw_clauses *clauses, nw_stretch head) {
    const newswire_mention *last = name_at(clauses, head.end - 1), *first = NULL;
    bool linked = false;
    if (!last) return 0;
    for (uint32_t i = head.first; i < last->first_token; i++) {
        const newswire_mention *mention = name_at(clauses, i);
        if (!mention && nw_token_has(clauses, i, NW_IS_PREPOSITION | NW_IS_OWNER)) return last->entity;
        if (mention && !first && mention->type == last->type && mention->first_token == i) first = mention;
        linked |= first && !mention && nw_token_has(clauses, i, NW_IS_LINKER);
    }
    return first && linked ? first->entity : last->entity;
}

/* "Thomson Reuters I/B/E/S": an organisation that the head begins with, and nothing but capitals behind it. */
static uint32_t name_before_capitals(const nw_clauses *clauses, nw_stretch head) {
    const newswire_mention *first = name_at(clauses, head.first);
    if (!first || first->type != NEWSWIRE_ORG || first->first_token != head.first) return 0;
    const newswire_token *items = clauses->reading->tokens.items;
    for (uint32_t i = head.first + first->token_count; i < head.end; i++)
        if (name_at(clauses, i) || items[i].kind == NEWSWIRE_NUMBER || items[i].traits & NEWSWIRE_HAS_LOWER ||
            is_person_noun(clauses, i))
            return 0;
    return first->entity;
}

/* Whether a source is a single word with a use. */
static bool is_only(const nw_clauses *clauses, nw_stretch source, enum nw_use use) {
    return source.end - source.first == 1 && nw_token_is_used(clauses->reading, source.first, use);
}

static bool is_he_or_she(const nw_clauses *clauses, nw_stretch source) {
    return is_only(clauses, source, NW_USE_HE_OR_SHE);
}

/* The source without its determiner and a participle used as an adjective: "the listed firm". */
static nw_stretch head_phrase(const nw_clauses *clauses, nw_stretch source) {
    uint32_t first = source.first;
    while (first + 1 < source.end && nw_token_has(clauses, first, NW_IS_DETERMINER | NW_IS_OWNER) &&
           !nw_token_has(clauses, first + 1,
                         NW_IS_PREPOSITION | NW_IS_COMMA)) /* "dozens of traders" stays whole */
        first++;
    while (first + 1 < source.end && nw_token_has(clauses, first, NW_IS_PAST)) first++;
    return (nw_stretch){first, source.end};
}

/* "the driver[, 81], said", "the driver[, aged 81]": from the comma on. */
static bool is_age(const nw_clauses *clauses, uint32_t comma, uint32_t end) {
    if (nw_token_reads(clauses->reading, comma + 1, "aged")) return true;
    return nw_token_has(clauses, comma + 1, NW_IS_NUMBER) && /* no year: "Dec. 31, 1986" */
           !nw_token_has(clauses, comma - 1, NW_IS_NUMBER) &&
           (comma + 2 == end || nw_token_has(clauses, comma + 2, NW_IS_COMMA));
}

/* "one[, who asked not to be named]", "a spokeswoman for Acme[, the brewer]", "a farmer[, from Norwick]", "firms
** [such as Acme]" */
static nw_stretch without_relative(const nw_clauses *clauses, nw_stretch head) {
    for (uint32_t i = head.first + 1; i + 1 < head.end; i++) {
        if (nw_token_reads(clauses->reading, i, "such") && nw_token_reads(clauses->reading, i + 1, "as"))
            return (nw_stretch){head.first, nw_token_has(clauses, i - 1, NW_IS_COMMA) ? i - 1 : i};
        if (nw_token_has(clauses, i, NW_IS_COMMA) &&
            (nw_token_has(clauses, i + 1, NW_IS_QUESTION) || is_age(clauses, i, head.end) ||
             nw_token_reads_any(clauses->reading, i + 1, "from of") ||
             (clauses->mentions[i - 1] && nw_token_has(clauses, i + 1, NW_IS_DETERMINER))))
            return (nw_stretch){head.first, i};
    }
    return head;
}

/* Whether the one without a name may be called by a noun: by one that says little, or again by his own: "the
** [lawyer]" is no dealer. */
static bool may_be_lone(const nw_speakers *speakers, uint32_t token) {
    const nw_reading *reading = speakers->clauses->reading;
    return reading->words[token] == speakers->lone_noun ||
           nw_token_is_used(reading, token, NW_USE_ANY_SPEAKER) ||
           nw_word_is(speakers->lone_noun, NW_USE_ANY_SPEAKER);
}

/* "the sources", "they": the group last heard without a name; "the dealer": the one. */
static newswire_string said_again(const nw_speakers *speakers, nw_stretch source) {
    const nw_clauses *clauses = speakers->clauses;
    const newswire_string nobody = {NULL, 0};
    if (is_only(clauses, source, NW_USE_SEVERAL)) return speakers->group;
    while (source.end - source.first > 2 &&
           nw_token_has(clauses, source.first, NW_IS_DETERMINER | NW_IS_NUMBER | NW_IS_PREPOSITION))
        source.first++; /* "two of the sources" */
    if (source.end - source.first != 2 || !nw_token_has(clauses, source.first, NW_IS_DETERMINER))
        return nobody;
    if (!nw_token_reads(clauses->reading, source.first, "the") &&
        !nw_token_reads(clauses->reading, source.first, "these"))
        return nobody;
    char role = listed_role(clauses, source.end - 1);
    if (role == 'g') return speakers->group;
    return role == 'p' && may_be_lone(speakers, source.end - 1) ? speakers->lone : nobody;
}

/* What a source without a name is: 'g' several persons, 'p' one, 0 neither, by its noun: "[dealer] at a bank", "[person]
** familiar with it". */
static char role_of_source(const nw_clauses *clauses, nw_stretch source, nw_stretch head, uint32_t *noun) {
    enum { AFTER = NW_IS_PREPOSITION | NW_IS_COMMA | NW_IS_QUESTION | NW_IS_OPENING | NW_IS_TO };
    uint32_t end = head.first + 1;
    while (end < head.end && !nw_token_has(clauses, end, AFTER)) end++;
    bool indefinite = nw_token_is_used(clauses->reading, source.first, NW_USE_INDEFINITE);
    for (uint32_t i = end; i-- > head.first;) {
        if (name_at(clauses, i)) {
            if (name_at(clauses, i)->type == NEWSWIRE_PERSON) return 0;
            continue;
        }
        char role = listed_role(clauses, i);
        *noun = clauses->reading->words[i];
        if (role) return role;
        if (indefinite && is_person_noun(clauses, i)) return 'p';
        if (is_persons_noun(clauses, i)) return 'g';
        if (nw_token_has(clauses, i, NW_IS_OWNER)) return 0;
    }
    return 0;
}

static void remember(nw_speakers *speakers, nw_stretch source, nw_stretch head, newswire_string name) {
    uint32_t noun = 0;
    char role = role_of_source(speakers->clauses, source, head, &noun);
    if (role == 'g') {
        speakers->group = name;
    } else if (role == 'p') {
        speakers->lone = name;
        speakers->lone_noun = noun;
        speakers->lone_end = source.end;
    }
}

/* "A dealer said so. It was late, he added.": the last speaker, without a name, if nobody has been named since. */
static bool is_lone_again(const nw_speakers *speakers, nw_stretch source) {
    enum { NEAR = 3 }; /* sentences */
    const nw_clauses *clauses = speakers->clauses;
    const newswire_token *tokens = clauses->reading->tokens.items;
    if (speakers->lone.length == 0 || !is_he_or_she(clauses, source)) return false;
    if (speakers->lone_end > source.first ||
        tokens[source.first].sentence - tokens[speakers->lone_end - 1].sentence > NEAR)
        return false;
    for (uint32_t i = speakers->lone_end; i < source.first; i++) {
        const newswire_mention *mention = name_at(clauses, i);
        if (mention && mention->type == NEWSWIRE_PERSON) return false;
    }
    return true;
}

/* "Chancellor of the Exchequer Nigel Cole": the person whose office has a preposition, but not "an aide to President Cole". */
static uint32_t person_in_office(const nw_clauses *clauses, nw_stretch source, uint32_t end) {
    uint32_t office = end - 1, last = source.end - 1;
    if (end <= source.first || end + 2 >= source.end || !nw_token_has(clauses, end, NW_IS_PREPOSITION))
        return 0;
    const newswire_mention *name = name_at(clauses, last);
    if (!name || name->type != NEWSWIRE_PERSON || name->first_token < end + 2) return 0;
    if (!nw_token_has(clauses, office, NW_IS_CAPITAL) || listed_role(clauses, office)) return 0;
    for (uint32_t i = end; i < name->first_token; i++)
        if (nw_token_has(clauses, i, NW_IS_COMMA)) return 0;
    return is_person_noun(clauses, office) ? name->entity : 0;
}

static uint32_t entity_of(const nw_speakers *speakers, nw_stretch source, uint32_t sentence) {
    const nw_clauses *clauses = speakers->clauses;
    uint32_t end = head_end(clauses, source);
    while (end > source.first + 1 && nw_token_reads(clauses->reading, end - 1, ">")) end--; /* <Acme Inc> */
    nw_stretch head = {source.first, end};
    uint32_t entity = person_in(clauses, head);
    if (!entity) entity = reference_at(clauses, head);
    if (!entity) entity = person_in_apposition(clauses, source, end);
    if (!entity) entity = person_in_office(clauses, source, end);
    if (!entity && end > source.first) entity = name_as_head(clauses, head);
    if (!entity && end > source.first) entity = name_before_capitals(clauses, head);
    if (!entity && is_he_or_she(clauses, source) && speakers->person &&
        sentence - speakers->person_sentence <= 4)
        entity = speakers->person;
    return entity;
}

/* "a triumph for [Lee], who says": the person right before "who", where the phrase itself names no speaker. */
static uint32_t person_before_who(const nw_clauses *clauses, const nw_attribution *attribution) {
    nw_stretch meant = attribution->meant;
    uint32_t noun = 0;
    if (nw_is_empty(meant) || !nw_token_reads(clauses->reading, attribution->source.first, "who") ||
        role_of_source(clauses, meant, head_phrase(clauses, meant), &noun))
        return 0;
    const newswire_mention *name = name_at(clauses, meant.end - 1);
    return name && name->type == NEWSWIRE_PERSON ? name->entity : 0;
}

/* "he told [Lee]": whoever he is, he is not Lee. */
static bool is_told(const nw_clauses *clauses, nw_stretch addressee, uint32_t entity) {
    if (nw_is_empty(addressee) || !entity) return false;
    const newswire_mention *name = name_at(clauses, addressee.end - 1);
    return name && name->entity == entity;
}

void nw_name_speaker(nw_arena *arena, nw_speakers *speakers, const nw_attribution *attribution,
                     newswire_quote *quote) {
    nw_stretch source = attribution->source;
    const nw_clauses *clauses = speakers->clauses;
    const nw_text *text = &clauses->reading->text;
    if (nw_is_empty(source)) return;
    quote->speaker = nw_span_string(text, nw_stretch_span(clauses, source));
    if (!nw_is_empty(attribution->meant)) source = attribution->meant;
    uint32_t sentence = clauses->reading->tokens.items[source.first].sentence;
    bool lone = is_lone_again(speakers, source);
    newswire_string again = lone ? speakers->lone : said_again(speakers, source);
    quote->entity = again.length ? 0 : entity_of(speakers, source, sentence);
    if (!quote->entity) quote->entity = person_before_who(clauses, attribution);
    if (is_he_or_she(clauses, source) && is_told(clauses, attribution->addressee, quote->entity))
        quote->entity = speakers->person != quote->entity ? speakers->person : 0;
    if (quote->entity) {
        const newswire_entity *entity = &clauses->names->entities.items[quote->entity - 1];
        quote->speaker_name = entity->name;
        if (entity->type == NEWSWIRE_PERSON) {
            speakers->person = quote->entity;
            speakers->person_sentence = sentence;
        }
        return;
    }
    if (again.length) {
        quote->speaker_name = again;
        if (lone) speakers->lone_end = source.end;
        return;
    }
    nw_stretch head = without_relative(clauses, head_phrase(clauses, source));
    while (head.end > head.first + 1 && clauses->reading->tokens.items[head.end - 1].kind == NEWSWIRE_CODE)
        head.end--;
    quote->speaker_name = nw_collapse(arena, text, nw_stretch_span(clauses, head));
    remember(speakers, source, head, quote->speaker_name);
}
