/* Entities: which names, noun phrases and pronouns mean the same, and what is told of them. */
#include "harness.h"

static newswire_engine *engine;

typedef struct reading {
    newswire_article *article;
    const newswire_mention *mentions;
    const newswire_entity *entities;
    size_t mention_count, entity_count;
} reading;

static reading read_text(const char *text) {
    reading read;
    read.article = test_article(engine, text, NULL);
    if (newswire_mentions(read.article, &read.mentions, &read.mention_count) != NEWSWIRE_OK ||
        newswire_entities(read.article, &read.entities, &read.entity_count) != NEWSWIRE_OK)
        exit(1);
    return read;
}

/* The name of the entity of the n-th mention that reads so; "" where there is none. */
static const char *meant_by(const reading *read, const char *mention, unsigned n) {
    for (size_t i = 0; i < read->mention_count; i++)
        if (strcmp(test_span(read->article, read->mentions[i].span), mention) == 0 && --n == 0)
            return test_string(read->entities[read->mentions[i].entity - 1].name);
    return "";
}

static const struct {
    const char *text;
    const char *mention;
    unsigned n;
    const char *entity; /* "": no row */
} cases[] = {
    /* forms of persons */
    {"Erica Haldane left. Haldane had no comment.", "Haldane", 1, "Erica Haldane"},
    {"Shares fell, said Erica Haldane. Ms Haldane was glum.", "Haldane", 1, "Erica Haldane"},
    {"J. Whitlock came. John Whitlock left.", "J. Whitlock", 1, "John Whitlock"},
    {"Louis van Rijn won. On Monday Mr van Rijn lost.", "van Rijn", 1, "Louis van Rijn"},
    {"Adam Storr spoke. So did his son, Colin Storr.", "Colin Storr", 1, "Colin Storr"},
    {"Adam Storr spoke on Monday. Colin Storr, his rival, did not. Colin Storr was ill, and Storr stayed "
     "home.",
     "Storr", 1, "Colin Storr"},
    {"Zoe Tarrant spoke on Monday and on Friday. Philip Tarrant spoke too. Mr Tarrant was brief.", "Tarrant",
     1, "Philip Tarrant"},
    {"Helen Tarrant resigned. Mr Tarrant did not.", "Tarrant", 1, "Tarrant"},
    {"Helen Tarrant resigned. Mrs Tarrant was tired.", "Tarrant", 1, "Helen Tarrant"},
    /* forms of organisations */
    {"General Motors cut jobs. GM shares fell.", "GM", 1, "General Motors"},
    {"Talks with GM failed. General Motors declined to comment.", "GM", 1, "General Motors"},
    {"General Motors cut jobs. GM Europe did not.", "GM Europe", 1, "GM Europe"},
    {"Norwick Holdings Plc grew. Norwick said so.", "Norwick", 1, "Norwick Holdings Plc"},
    {"Norwick Plc grew. Norwick said so.", "Norwick", 1, "Norwick Plc"},
    {"PSA Peugeot Citroen rose. Peugeot makes cars.", "Peugeot", 1, "PSA Peugeot Citroen"},
    {"PSA Peugeot Citroen rose. PSA makes cars.", "PSA", 1, "PSA Peugeot Citroen"},
    {"The International Monetary Fund met. The IMF lent money.", "IMF", 1, "International Monetary Fund"},
    {"Mitsubishi Motors rose. Mitsubishi Electric fell. Both left Mitsubishi.", "Mitsubishi", 1,
     "Mitsubishi"},
    {"Standard & Poor's cut its rating. S&P gave no reason.", "S&P", 1, "Standard & Poor's"},
    {"Fiat rose. The heirs of the Agnelli family and the Fiat family sold.", "Fiat family", 1, "Fiat family"},
    /* places */
    {"The United States won. The U.S. team was glad.", "U.S.", 1, "United States"},
    {"South Korea sold ships. North Korea did not.", "North Korea", 1, "North Korea"},
    {"They met in New York City. It never sleeps in New York.", "New York", 1, "New York City"},
    /* titles and appositions */
    {"It was sold, Credit Suisse analyst Erica Haldane said.", "Credit Suisse analyst", 1, "Erica Haldane"},
    {"Chief Executive Adam Storr resigned.", "Chief Executive", 1, "Adam Storr"},
    {"GM, the world's biggest automaker, cut jobs.", "the world's biggest automaker", 1, "GM"},
    {"Adam Storr, head of research at Barclays, was calm.", "head of research at Barclays", 1, "Adam Storr"},
    {"The Finnish ferry operator Norwick Lines shrank.", "Finnish ferry operator", 1, "Norwick Lines"},
    {"He told the online newspaper La Tribune.", "online newspaper", 1, "La Tribune"},
    {"Talks were reported by newspaper La Tribune.", "newspaper", 1, "La Tribune"},
    /* noun phrases */
    {"Fiat rose. The Italian carmaker makes small cars.", "The Italian carmaker", 1, "Fiat"},
    {"Renault and Fiat met. The French company was late.", "The French company", 1, "Renault"},
    {"Renault and Fiat met. The Italian automaker was late.", "The Italian automaker", 1, "Fiat"},
    {"Renault rose. The Paris-based company makes cars.", "The Paris-based company", 1, "Renault"},
    {"Norwick Holdings Plc grew. The Uusila-based company makes paint.", "The Uusila-based company", 1,
     "Norwick Holdings Plc"},
    {"Microsoft grew. The company makes software.", "The company", 1, "Microsoft"},
    {"Barclays grew. Its rival shrank. The bank hired traders.", "The bank", 1, "Barclays"},
    {"Microsoft grew. The bank hired traders.", "The bank", 1, ""},
    {"Renault grew. The German carmaker did not.", "The German carmaker", 1, ""},
    {"Sales in Europe fell. They will not recover in the region soon.", "the region", 1, "Europe"},
    {"Sales in Brazil fell. The country is in recession.", "The country", 1, "Brazil"},
    {"The Lindholm family met in secret. The family owns a brewer.", "The family", 1, "Lindholm family"},
    {"A company in the town makes paint. The company is old.", "The company", 1, ""},
    {"Microsoft grew. It studies at the University of Nowhere in the town.", "the University", 1, ""},
    /* pronouns */
    {"Margaret Holloway resigned. She gave no reason.", "She", 1, "Margaret Holloway"},
    {"Margaret Holloway met Peter Lindqvist. He was late.", "He", 1, "Peter Lindqvist"},
    {"Margaret Holloway met Peter Lindqvist. She was late.", "She", 1, "Margaret Holloway"},
    {"Peter Lindqvist lost his keys.", "his", 1, "Peter Lindqvist"},
    {"Microsoft said it would pay.", "it", 1, "Microsoft"},
    {"Microsoft cut its forecast.", "its", 1, "Microsoft"},
    {"In its statement, Microsoft said nothing.", "its", 1, "Microsoft"},
    {"Microsoft fell. It is likely that others will follow.", "It", 1, ""},
    {"We see no reason to sell, Microsoft said.", "We", 1, "Microsoft"},
    {"We see no reason to sell, Fiat spokesman Adam Storr said.", "We", 1, "Fiat"},
    {"I am glad, Margaret Holloway said.", "I", 1, "Margaret Holloway"},
    {"\"We are hiring. Our order book is full,\" Fiat spokeswoman Ann Lee said.", "Our", 1, "Fiat"},
    {"\"We are hiring. I am glad of that,\" Fiat spokeswoman Ann Lee said.", "I", 1, "Ann Lee"},
    {"Chief Executive Adam Storr of Norwick Holdings said sales rose. \"We had a good year.\"", "We", 1,
     "Norwick Holdings"},
    {"Helen Tarrant, who follows the shares at Nomura, said they were cheap. \"I would buy.\"", "I", 1,
     "Helen Tarrant"},
    {"Norwick Holdings Plc grew. \"We are hiring,\" Chief Executive Adam Storr said.", "We", 1,
     "Norwick Holdings Plc"},
    {"Microsoft said they would appeal.", "they", 1, "Microsoft"},
    {"Microsoft hired lawyers, and they appealed.", "they", 1, ""},
    {"The Lindholm family met on Monday. They own a brewery.", "They", 1, "Lindholm family"},
    {"Terence Hale heard the case. John Agnew spoke at the Hale inquiry. He was brief.", "He", 1,
     "John Agnew"},
    {"It rained. He was late. Their car broke down. We left.", "He", 1, ""},
    {"It rained. He was late. Their car broke down. We left.", "It", 1, ""},
    {"It rained. He was late. Their car broke down. We left.", "We", 1, ""},
    /* what is too far back is left alone */
    {"Microsoft grew. Rain fell. Rain fell. Rain fell. Rain fell. Rain fell. Rain fell. Rain fell. Rain "
     "fell. Rain "
     "fell. Rain fell. Rain fell. The company was glad.",
     "The company", 1, ""},
};

static void test_cases(void) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        reading read = read_text(cases[i].text);
        const char *name = meant_by(&read, cases[i].mention, cases[i].n);
        CHECK(strcmp(name, cases[i].entity) == 0, "%s\n    \"%s\": wanted \"%s\", got \"%s\"", cases[i].text,
              cases[i].mention, cases[i].entity, name);
        newswire_article_close(read.article);
    }
}

static const newswire_entity *entity_named(const reading *read, const char *name) {
    for (size_t i = 0; i < read->entity_count; i++)
        if (strcmp(test_string(read->entities[i].name), name) == 0) return &read->entities[i];
    return NULL;
}

/* What is told of an entity: description, code, subtype, how often it is mentioned. */
static void test_rows(void) {
    reading read =
        read_text("Mitsubishi Motors <7211.T> rose 2 percent in Tokyo.\n\n"
                  "Mitsubishi Motors is cheap, Nomura analyst Erica Haldane said. She rates it a buy.\n\n"
                  "The Japanese\n  economy grew.");
    const newswire_entity *entity = entity_named(&read, "Mitsubishi Motors");
    CHECK(entity && entity->type == NEWSWIRE_ORG && strcmp(test_string(entity->code), "7211.T") == 0, "code");
    CHECK(entity && entity->mentions >= 2, "mentions");
    CHECK(entity && entity->first.start == 0 && entity->first.length == 17, "first");
    entity = entity_named(&read, "Erica Haldane");
    CHECK(entity && entity->type == NEWSWIRE_PERSON && entity->mentions == 3, "person");
    CHECK(entity && strcmp(test_string(entity->description), "Nomura analyst") == 0, "description");
    entity = entity_named(&read, "Tokyo");
    CHECK(entity && entity->type == NEWSWIRE_LOC && entity->subtype && strcmp(entity->subtype, "city") == 0,
          "city");
    entity = entity_named(&read, "Japanese");
    CHECK(entity && entity->subtype && strcmp(entity->subtype, "nationality") == 0, "nationality");
    const newswire_instrument *instruments;
    size_t count;
    CHECK(newswire_instruments(read.article, &instruments, &count) == NEWSWIRE_OK && count == 1,
          "instruments");
    CHECK(count == 1 && instruments[0].entity &&
              entity_named(&read, "Mitsubishi Motors") == &read.entities[instruments[0].entity - 1],
          "its entity");
    newswire_article_close(read.article);
}

/* What a name is, where its place tells. */
static void test_told_types(void) {
    reading read =
        read_text("The Uusila-based paint maker bought Fernhaven <FRN.L>. A Windows-based firm lost.");
    const newswire_entity *entity = entity_named(&read, "Uusila");
    CHECK(entity && entity->type == NEWSWIRE_LOC, "a town before -based");
    entity = entity_named(&read, "Fernhaven");
    CHECK(entity && entity->type == NEWSWIRE_ORG, "a company before the code of its shares");
    entity = entity_named(&read, "Windows");
    CHECK(!entity || entity->type != NEWSWIRE_LOC, "no town");
    newswire_article_close(read.article);
}

/* A name that a line break wraps is one, with a space in its name. */
static void test_wrapped(void) {
    reading read =
        read_text("    Chief executives of banks met in\nNew York on Monday, and left the\nNew\nYork "
                  "office of the firm on\nTuesday to fly home to the city of\nBoston for the night.\n");
    CHECK(entity_named(&read, "New York") != NULL, "New York");
    newswire_article_close(read.article);
}

/* Kinds: the fullest form is a name, shorter ones are aliases. */
static void test_kinds(void) {
    reading read = read_text("Erica Haldane left. Haldane had no comment. She laughed.");
    CHECK(read.mention_count == 3, "%zu mentions", read.mention_count);
    if (read.mention_count == 3) {
        CHECK(read.mentions[0].kind == NEWSWIRE_NAME, "name");
        CHECK(read.mentions[1].kind == NEWSWIRE_ALIAS, "alias");
        CHECK(read.mentions[2].kind == NEWSWIRE_PRONOUN, "pronoun");
    }
    newswire_article_close(read.article);
}

int main(void) {
    engine = test_engine();
    test_cases();
    test_rows();
    test_told_types();
    test_wrapped();
    test_kinds();
    newswire_engine_close(engine);
    return test_end("entities");
}
