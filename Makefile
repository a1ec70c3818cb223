# newswire: reads news inside SQLite. `make help` lists the targets.

CC ?= cc
CFLAGS ?= -O3
LDFLAGS ?=
PREFIX ?= /usr/local
DESTDIR ?=
SQLITE_INCLUDE ?=
SQLITE3 ?= sqlite3
PKG_CONFIG ?= pkg-config
BUILD ?= build
# Programs that the build itself runs are compiled for the building machine, with flags of their own:
# `make CC=aarch64-linux-gnu-gcc CC_FOR_BUILD=cc` builds for another one.
CC_FOR_BUILD ?= $(CC)
CFLAGS_FOR_BUILD ?= -O1
PKG_CONFIG_FOR_BUILD ?= $(PKG_CONFIG)

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion
ifdef CI
WARNINGS += -Werror
endif
ifneq ($(SQLITE_INCLUDE),)
SQLITE_CFLAGS := -I$(SQLITE_INCLUDE)
endif
# Which SQLite the programs of tests/api and the like are linked with: Debian's, or an object file.
SQLITE_LINK ?= -lsqlite3
LIB_CFLAGS := $(shell $(PKG_CONFIG) --cflags libpcre2-8 libutf8proc 2>/dev/null)
LIBS := $(shell $(PKG_CONFIG) --libs libpcre2-8 libutf8proc 2>/dev/null || echo -lpcre2-8 -lutf8proc)
HOST_LIB_CFLAGS := $(shell $(PKG_CONFIG_FOR_BUILD) --cflags libpcre2-8 libutf8proc 2>/dev/null)
HOST_LIBS := $(shell $(PKG_CONFIG_FOR_BUILD) --libs libpcre2-8 libutf8proc 2>/dev/null || echo -lpcre2-8 -lutf8proc)
HOST_CC = $(CC_FOR_BUILD) -std=c11 $(CFLAGS_FOR_BUILD) $(WARNINGS) -Iinclude -Iext -I$(BUILD)/gen $(HOST_LIB_CFLAGS)
# Worker threads of news_build; `make THREADS=` does without.
THREADS ?= -pthread
LIBS += $(THREADS)
ALL_CFLAGS = $(if $(THREADS),,-DNW_NO_THREADS) -std=c11 $(CFLAGS) $(WARNINGS) -fvisibility=hidden -Iinclude -Iext -I$(BUILD)/gen $(LIB_CFLAGS) $(SQLITE_CFLAGS)

# Before anything is made, the build looks for what it needs, and installs it if it can; then make reads this file once
# more, with what the new tools say. What was found is kept until `make clean`. `make -n` installs nothing.
ifneq ($(filter-out help clean deps uninstall,$(or $(MAKECMDGOALS),all)),)
ifeq ($(findstring n,$(firstword -$(MAKEFLAGS))),)
include $(BUILD)/tools.mk
endif
endif

# Makes pcre2 and utf8proc part of newswire.so; with `make STATIC=` it looks for their shared libraries when it is loaded.
LOADABLE_LIBS = $(if $(STATIC),$(STATIC) $(THREADS),$(LIBS))

# gcc optimises the library as a whole, which makes it about 7% faster; `make LTO=` does without.
LTO ?= $(if $(findstring Free Software Foundation,$(shell $(CC) --version 2>/dev/null)),-flto=2)
# And it optimises for a profile of a first build that reads the sample archive, which makes it about a tenth faster and
# takes a minute; `make PROFILE=` does without, as does a build for another machine. The same sources give the same profile
# and library.
PROFILE ?= $(if $(filter-out $(CC),$(CC_FOR_BUILD)),,$(LTO))

# ---------------------------------------------------------------- sources

ENGINE := $(wildcard ext/*.c \
	$(foreach stage,base tokens lexicon wire values grammar tagger names quotes moves,ext/$(stage)/*.c))
SQL := $(wildcard ext/sql/*.c ext/sql/archive/*.c)
# Trained models: each has a table of templates, ext/STAGE/NAME_templates.c, and ext/STAGE/models/NAME.model.
MODELS := ext/names/models/names.model
TAGGER_TABLES := word_classes names_model quotes_model
LISTS := $(sort $(wildcard ext/lexicon/lists/*.txt))
COMPILER := $(wildcard ext/base/*.c ext/tokens/scan*.c ext/lexicon/compile/*.c)
GENERATED := $(BUILD)/gen/lexicon_lists.h $(BUILD)/gen/lexicon_data.c $(TAGGER_TABLES:%=$(BUILD)/gen/%.c)
TABLES := lexicon_data $(TAGGER_TABLES)

ENGINE_OBJECTS := $(patsubst %.c,$(BUILD)/pic/%.o,$(ENGINE)) $(TABLES:%=$(BUILD)/pic/%.o)
LOADABLE_OBJECTS := $(patsubst %.c,$(BUILD)/$(if $(LTO),lto,pic)/%.o,$(ENGINE) $(SQL)) $(TABLES:%=$(BUILD)/pic/%.o)
STATIC_OBJECTS := $(patsubst %.c,$(BUILD)/static/%.o,$(ENGINE) $(SQL)) $(TABLES:%=$(BUILD)/static/%.o)

# ---------------------------------------------------------------- build

# A program that fails leaves no half-written file that the next make would take for a finished one.
.DELETE_ON_ERROR:

.PHONY: all static demo deps test quick soak bench bench-archive fuzz format lint install uninstall clean help
all: $(BUILD)/newswire.so

static: $(BUILD)/libnewswire.a

$(BUILD)/newswire.so: $(LOADABLE_OBJECTS)
	$(CC) -shared $(CFLAGS) $(LTO) $(USE_PROFILE) $(LDFLAGS) -gz -o $@ $(LOADABLE_OBJECTS) $(LOADABLE_LIBS)

$(BUILD)/libnewswire.a: $(STATIC_OBJECTS)
	rm -f $@ && $(AR) rcs $@ $(STATIC_OBJECTS)

# The engine alone, without SQLite.
$(BUILD)/libengine.a: $(ENGINE_OBJECTS)
	rm -f $@ && $(AR) rcs $@ $(ENGINE_OBJECTS)

# The word lists: their compiler runs on the building machine, its tables are compiled like any source.
$(BUILD)/host/lexicon-compile: $(COMPILER) $(wildcard include/*.h ext/base/*.h ext/tokens/*.h ext/lexicon/compile/*.h) \
		$(wildcard ext/lexicon/*.h)
	@mkdir -p $(@D)
	$(HOST_CC) -o $@ $(COMPILER) $(HOST_LIBS)

$(BUILD)/gen/lexicon_data.c: $(BUILD)/host/lexicon-compile $(LISTS)
	@mkdir -p $(@D)
	$(BUILD)/host/lexicon-compile $(BUILD)/gen $(LISTS)

# Written with it, a little earlier.
$(BUILD)/gen/lexicon_lists.h: $(BUILD)/gen/lexicon_data.c
	@touch $@

$(BUILD)/pic/%.o: %.c | $(GENERATED)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fPIC -MMD -MP -c -o $@ $<

USE_PROFILE := $(if $(PROFILE),-fprofile-use -fprofile-correction -Wno-missing-profile -Wno-coverage-mismatch)
$(BUILD)/lto/%.o: %.c $(if $(PROFILE),$(BUILD)/profile/made) | $(GENERATED)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LTO) $(USE_PROFILE) -fPIC -MMD -MP -c -o $@ $<

# The profile: how often a library that counts has run which code; gcc looks for it beside the objects, by their names. It is
# made once and kept until `make clean`: that sources are newer hardly matters.
$(BUILD)/profile/made: | $(TABLES:%=$(BUILD)/pic/%.o) $(BUILD)/profile/run_sql
	@$(MAKE) PROFILE= CFLAGS="$(CFLAGS) -fprofile-generate" $(BUILD)/newswire.so
	cat sql/sample.sql tests/bench/profile.sql > $(BUILD)/profile/run.sql
	$(BUILD)/profile/run_sql $(BUILD)/newswire.so --print $(BUILD)/profile/run.sql > $@.new
	rm -f $(filter $(BUILD)/lto/%,$(LOADABLE_OBJECTS)) $(BUILD)/newswire.so
	mv $@.new $@

$(BUILD)/profile/run_sql: tests/api/run_sql.c tests/api/api.h
	@mkdir -p $(@D)
	$(CC) -std=c11 -O1 $(WARNINGS) -Iinclude $(SQLITE_CFLAGS) -Itests/api -o $@ $< $(LDFLAGS) $(SQLITE_LINK) -lpthread -ldl -lm

$(BUILD)/static/%.o: %.c | $(GENERATED)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -DSQLITE_CORE -MMD -MP -c -o $@ $<

TABLE_HEADERS := $(wildcard include/*.h ext/base/*.h ext/lexicon/*.h ext/tagger/*.h)
$(TABLES:%=$(BUILD)/pic/%.o): $(BUILD)/pic/%.o: $(BUILD)/gen/%.c $(TABLE_HEADERS)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -O1 -g0 -fPIC -c -o $@ $<

$(TABLES:%=$(BUILD)/static/%.o): $(BUILD)/static/%.o: $(BUILD)/gen/%.c $(TABLE_HEADERS)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -O1 -g0 -c -o $@ $<

# ---------------------------------------------------------------- learned models

# As read-only tables, too: the classes of words, and each model, whose templates its stage gives.
WORD_CLASSES := ext/tagger/models/word_classes.txt
TAGGER_COMPILER := ext/tagger/compile/input.c ext/tagger/templates.c
TAGGER_HEADERS := $(wildcard ext/tagger/*.h ext/tagger/compile/*.h)
$(BUILD)/host/compile-words: ext/tagger/compile/words.c $(TAGGER_COMPILER) $(TAGGER_HEADERS)
	@mkdir -p $(@D)
	$(HOST_CC) -o $@ $(filter %.c,$^)

$(BUILD)/gen/word_classes.c: $(BUILD)/host/compile-words $(WORD_CLASSES) $(MODELS)
	@mkdir -p $(@D)
	$(BUILD)/host/compile-words $(WORD_CLASSES) $@ $(MODELS)

$(BUILD)/host/compile-names: ext/tagger/compile/model.c $(TAGGER_COMPILER) ext/names/name_templates.c \
		$(wildcard ext/names/*.h ext/lexicon/*.h ext/base/*.h) $(TAGGER_HEADERS) $(BUILD)/gen/lexicon_lists.h
	@mkdir -p $(@D)
	$(HOST_CC) -DTEMPLATES=nw_names_templates -o $@ $(filter %.c,$^)

$(BUILD)/gen/names_model.c: $(BUILD)/host/compile-names ext/names/models/names.model $(WORD_CLASSES)
	@mkdir -p $(@D)
	$(BUILD)/host/compile-names ext/names/models/names.model $(WORD_CLASSES) $@ $(UNCHECKED)

$(BUILD)/host/compile-quotes: ext/quotes/compile/main.c ext/quotes/clues.h $(BUILD)/gen/lexicon_lists.h
	@mkdir -p $(@D)
	$(HOST_CC) -o $@ ext/quotes/compile/main.c

$(BUILD)/gen/quotes_model.c: $(BUILD)/host/compile-quotes ext/quotes/models/quotes.model
	@mkdir -p $(@D)
	$(BUILD)/host/compile-quotes ext/quotes/models/quotes.model $@ $(UNCHECKED)

# Trains the model of names on articles whose names are annotated: databases, or files of columns. The figures on LOOK_AT
# are printed after each epoch. TRAIN_UPPER is also read in capitals, TRAIN_ALTERED with other names; plain articles of
# ARCHIVES and TRAIN_PLAIN are read by models on the way (ext/names/train/main.c).
GOLD ?= ../shared/gold
TRAIN ?= $(GOLD)/ner_conll_train.db $(GOLD)/ner_wikigold.db
TRAIN_UPPER ?= $(firstword $(TRAIN))
TRAIN_ALTERED ?= $(TRAIN)
TRAIN_PLAIN ?= $(filter-out %/reuters21578.db %/reuters_company.db,$(ARCHIVES))
LOOK_AT ?= $(GOLD)/ner_conll_dev.db $(GOLD)/ner_finer_val.db $(GOLD)/ner_uner_dev.db
EPOCHS ?= 10
TRAIN_FOLDS ?= 2
TRAINER := $(filter-out %/word_classes.c,$(wildcard ext/tagger/train/*.c))
NAMES_TRAINER := $(TRAINER) $(wildcard ext/names/train/*.c)
$(BUILD)/host/train-names: $(NAMES_TRAINER) $(wildcard ext/tagger/train/*.h) ext/names/train/train_names.h $(BUILD)/libengine.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -O3 -ffp-contract=off -o $@ $(NAMES_TRAINER) $(BUILD)/libengine.a $(LDFLAGS) $(LIBS) -lsqlite3 -lm

.PHONY: train-names train-names-now word-classes
# In a build of its own, in which the present model may be one of other templates: it is about to be replaced.
train-names:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/train UNCHECKED=--unchecked train-names-now

train-names-now: $(BUILD)/host/train-names
	$(BUILD)/host/train-names ext/names/models/names.model $(WORD_CLASSES) -e $(EPOCHS) -f $(TRAIN_FOLDS) \
		-t $(TRAIN) -u $(TRAIN_UPPER) -n ext/lexicon/lists -s $(TRAIN_ALTERED) -a $(ARCHIVES) -p $(TRAIN_PLAIN) -d $(LOOK_AT)

# Trains the model of quotes on articles whose quotes are annotated, and on plain ones of TRAIN_PLAIN_QUOTES, whose quotation
# marks show what is verbatim: in a build of its own, in which the present model may be one that no longer compiles.
TRAIN_QUOTES ?= $(GOLD)/quotes_polnear_train.db $(GOLD)/quotes_stripped_train.db
TRAIN_PLAIN_QUOTES ?= $(filter %/allsides.db %/bbc_2004.db %/reuters_c50.db %/yahoo_finance.db,$(ARCHIVES))
QUOTES_TRAINER := $(wildcard ext/quotes/train/*.c)
$(BUILD)/host/train-quotes: $(QUOTES_TRAINER) $(wildcard ext/tagger/train/*.h ext/quotes/*.h) ext/quotes/train/train_quotes.h $(BUILD)/libengine.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -O3 -ffp-contract=off -o $@ $(QUOTES_TRAINER) $(BUILD)/libengine.a $(LDFLAGS) $(LIBS) -lsqlite3 -lm

.PHONY: train-quotes train-quotes-now
train-quotes:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/train UNCHECKED=--unchecked train-quotes-now

train-quotes-now: $(BUILD)/host/train-quotes
	$(BUILD)/host/train-quotes ext/quotes/models/quotes.model $(TRAIN_QUOTES) -p $(TRAIN_PLAIN_QUOTES)

# Makes the classes of words from databases of plain articles; models are useless with other classes than their own.
ARCHIVES ?= $(sort $(wildcard ../shared/archive/*.db))
$(BUILD)/host/word-classes: ext/tagger/train/word_classes.c ext/tagger/word_key.h $(BUILD)/libengine.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -O3 -ffast-math -o $@ $< $(BUILD)/libengine.a $(LDFLAGS) $(LIBS) -lsqlite3 -lm

word-classes: $(BUILD)/host/word-classes
	$(BUILD)/host/word-classes $(WORD_CLASSES) $(ARCHIVES) $(TRAIN)

# ---------------------------------------------------------------- what it needs

.PHONY: have-shell have-test-tools have-lint-tools
# Each installs only what is missing, and says what to install where there is no apt-get.
deps:
	@tests/deps.sh build shell

$(BUILD)/tools.mk: tests/deps.sh tests/archives.sh
	@tests/deps.sh --if-missing build
	@mkdir -p $(@D)
	@echo "STATIC ?= $$(CC="$(CC)" PKG_CONFIG="$(PKG_CONFIG)" tests/archives.sh)" > $@

have-shell:
	@tests/deps.sh --if-missing shell

have-test-tools:
	@tests/deps.sh --if-missing build shell test

have-lint-tools:
	@tests/deps.sh --if-missing build lint

# ---------------------------------------------------------------- the main job

demo: have-shell $(BUILD)/newswire.so
	@rm -f $(BUILD)/demo.db
	@$(SQLITE3) -batch $(BUILD)/demo.db < sql/sample.sql
	@cd $(BUILD) && $(SQLITE3) -batch -init /dev/null demo.db < "$(CURDIR)/sql/demo.sql"

# ---------------------------------------------------------------- tests

TEST_HEADERS := $(wildcard tests/*.h tests/*/*.h)
UNIT := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/test_*.c))
API := $(patsubst tests/api/%.c,$(BUILD)/api/%,$(wildcard tests/api/test_*.c))

$(BUILD)/unit/%: tests/unit/%.c $(TEST_HEADERS) $(BUILD)/libengine.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests/unit -DTEST_DATA='"tests/data"' -o $@ $< $(BUILD)/libengine.a $(LDFLAGS) $(LIBS) -lpthread

$(BUILD)/api/%: tests/api/%.c $(TEST_HEADERS) $(filter %.o,$(SQLITE_LINK))
	@mkdir -p $(@D)
	$(CC) -std=c11 $(CFLAGS) $(WARNINGS) -Iinclude $(SQLITE_CFLAGS) -Itests/api -o $@ $< $(LDFLAGS) $(SQLITE_LINK) -lpthread -ldl -lm

.PHONY: unit api sql fault disk replay linear valgrind embed embed-cxx
unit: $(UNIT)
	@status=0; for test in $(UNIT); do $$test || status=1; done; exit $$status

api: $(BUILD)/newswire.so $(API)
	@status=0; for test in $(API); do ARCHIVE="$(ARCHIVE)" $$test $(BUILD)/newswire.so || status=1; done; exit $$status

# Tests that read as SQL: tests/sql/*.sql, and what they should print.
sql: $(BUILD)/newswire.so $(BUILD)/api/run_sql
	@$(BUILD)/api/run_sql $(BUILD)/newswire.so $(sort $(wildcard tests/sql/*.sql))

$(BUILD)/fault/%: tests/fault/%.c $(TEST_HEADERS) $(filter %.o,$(SQLITE_LINK))
	@mkdir -p $(@D)
	$(CC) -std=c11 $(CFLAGS) $(WARNINGS) -Iinclude $(SQLITE_CFLAGS) -o $@ $< $(LDFLAGS) $(SQLITE_LINK) -lpthread -ldl -lm

# STRIDE: every STRIDE-th allocation is made to fail; ARCHIVE_STRIDE: the same for an index, which makes thousands.
STRIDE ?= 1
ARCHIVE_STRIDE ?= $(shell expr 41 \* $(STRIDE))
fault: $(BUILD)/newswire.so $(BUILD)/fault/test_memory
	@$(BUILD)/fault/test_memory $(BUILD)/newswire.so $(STRIDE) $(ARCHIVE_STRIDE)

# DISK_FAULTS: of the writes, syncs, reads and truncations of a statement so many of each fail, once and from then on.
DISK_FAULTS ?= 2
disk: $(BUILD)/newswire.so $(BUILD)/fault/test_files
	@$(BUILD)/fault/test_files $(BUILD)/newswire.so $(DISK_FAULTS)

# A program with newswire inside, not loaded.
embed: $(BUILD)/embed
$(BUILD)/embed: tests/api/embed.c $(TEST_HEADERS) $(BUILD)/libnewswire.a
	$(CC) -std=c11 $(CFLAGS) $(WARNINGS) -DSQLITE_CORE -Iinclude $(SQLITE_CFLAGS) -o $@ $< $(BUILD)/libnewswire.a $(LDFLAGS) \
		$(LIBS) $(SQLITE_LINK) -lpthread -ldl -lm

# And one in C++.
embed-cxx: $(BUILD)/embed_cxx
$(BUILD)/embed_cxx: tests/api/embed.cc $(wildcard include/*.h) $(BUILD)/libnewswire.a
	$(CXX) -std=c++11 $(CFLAGS) $(WARNINGS) -DSQLITE_CORE -Iinclude $(SQLITE_CFLAGS) -o $@ $< $(BUILD)/libnewswire.a $(LDFLAGS) \
		$(LIBS) $(SQLITE_LINK) -lpthread -ldl -lm

$(BUILD)/replay: tests/fuzz/replay.c tests/fuzz/fuzz_tables.c $(BUILD)/libnewswire.a
	$(CC) -std=c11 $(CFLAGS) $(WARNINGS) -DSQLITE_CORE -Iinclude $(SQLITE_CFLAGS) -o $@ tests/fuzz/replay.c tests/fuzz/fuzz_tables.c \
		$(BUILD)/libnewswire.a $(LDFLAGS) $(LIBS) $(SQLITE_LINK) -lpthread -ldl -lm

replay: $(BUILD)/replay
	@$(BUILD)/replay $(sort $(wildcard tests/fuzz/corpus/*))

# Fuzzes for FUZZ_SECONDS. Findings are kept in $(BUILD)/fuzz, and belong in tests/fuzz/corpus once they are fixed.
FUZZ_SECONDS ?= 60
FUZZ_FLAGS := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
fuzz: have-test-tools
	@$(MAKE) -s BUILD=$(BUILD)/fuzz CC=clang CFLAGS="$(FUZZ_FLAGS)" fuzz-run

.PHONY: fuzz-run
fuzz-run: $(BUILD)/libnewswire.a
	@mkdir -p $(BUILD)/corpus
	$(CC) -std=c11 $(CFLAGS) -fsanitize=fuzzer -DSQLITE_CORE -Iinclude $(SQLITE_CFLAGS) -o $(BUILD)/fuzz tests/fuzz/fuzz_tables.c \
		$(BUILD)/libnewswire.a $(LIBS) $(SQLITE_LINK) -lpthread -ldl -lm
	$(BUILD)/fuzz -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -dict=tests/fuzz/news.dict -artifact_prefix=$(BUILD)/ \
		$(BUILD)/corpus tests/fuzz/corpus

linear: $(BUILD)/newswire.so $(BUILD)/linear/work
	@tests/linear/linear.sh $(BUILD)/linear/work $(BUILD)/newswire.so

$(BUILD)/linear/work: tests/linear/work.c $(TEST_HEADERS)
	@mkdir -p $(@D)
	$(CC) -std=c11 -O1 $(WARNINGS) $(SQLITE_CFLAGS) -o $@ $< $(SQLITE_LINK) -lpthread -ldl -lm

valgrind: $(BUILD)/replay
	@valgrind -q --error-exitcode=1 --leak-check=full --show-leak-kinds=definite,possible $(BUILD)/replay \
		$(wordlist 1,12,$(sort $(wildcard tests/fuzz/corpus/*)))

# Programs with threads under ThreadSanitizer.
threads: have-test-tools
	@$(MAKE) -s BUILD=$(BUILD)/threads CC=clang CFLAGS="-O1 -g -fsanitize=thread" LTO= PROFILE= threads-run

.PHONY: threads threads-run
threads-run: $(BUILD)/newswire.so $(BUILD)/api/test_workers $(BUILD)/api/test_entry
	@# every load sets SQLite's pointer to its routines, always to the same: of its making, and known
	@echo race:sqlite3_newswire_init > $(BUILD)/known
	@TSAN_OPTIONS=suppressions=$(BUILD)/known $(BUILD)/api/test_workers $(BUILD)/newswire.so
	@TSAN_OPTIONS=suppressions=$(BUILD)/known $(BUILD)/api/test_entry $(BUILD)/newswire.so

# For a try before a commit: under a minute.
quick: all unit

# Everything, under 15 minutes on two cores; the last line: N passed, N failed.
test: have-test-tools all
	@MAKE="$(MAKE)" BUILD="$(BUILD)" tests/run.sh

# The long ones: every allocation failed under the sanitizers, every write and read of a disk, 200 processes killed, an hour of
# fuzzing.
soak: have-test-tools all $(BUILD)/api/test_kill
	@$(BUILD)/api/test_kill $(BUILD)/newswire.so 200
	@MAKE="$(MAKE)" BUILD="$(BUILD)" STRIDE=1 tests/run.sh sanitized
	@$(MAKE) -s fault STRIDE=1000000 ARCHIVE_STRIDE=1
	@$(MAKE) -s disk DISK_FAULTS=1000000
	@$(MAKE) fuzz FUZZ_SECONDS=3600

ARCHIVE ?= ../shared/archive/reuters21578.db
bench: have-shell all
	@$(CC) -std=c11 -D_DEFAULT_SOURCE -O2 $(SQLITE_CFLAGS) -Itests/api -o $(BUILD)/bench tests/bench/bench.c $(SQLITE_LINK) -lpthread -ldl -lm
	@if [ -f "$(ARCHIVE)" ]; then $(BUILD)/bench $(BUILD)/newswire.so "$(ARCHIVE)"; else echo "bench: no $(ARCHIVE): skipped"; fi

# An index over ARTICLES articles, those of the archive repeated, beside a full-text index; also over a tenth and a third.
# In BENCH_FOLDER, which needs room for four times their text; the default takes an hour.
ARTICLES ?= 1200000
BENCH_FOLDER ?= $(BUILD)/bench-archive
bench-archive: have-shell all
	@mkdir -p "$(BENCH_FOLDER)"
	@$(CC) -std=c11 -D_DEFAULT_SOURCE -O2 $(SQLITE_CFLAGS) -Itests/api -o $(BUILD)/bench_archive tests/bench/bench_archive.c \
		$(SQLITE_LINK) -lpthread -ldl -lm
	@if [ -f "$(ARCHIVE)" ]; then $(BUILD)/bench_archive $(BUILD)/newswire.so "$(ARCHIVE)" "$(BENCH_FOLDER)" $(ARTICLES); \
	else echo "bench-archive: no $(ARCHIVE): skipped"; fi

# ---------------------------------------------------------------- style

C_FILES = $(wildcard include/*.h ext/*.[ch] ext/*/*.[ch] ext/sql/*/*.[ch] tests/*.h tests/*/*.[ch] tests/*/*.cc)
BUILDERS = $(filter-out ext/sql/%,$(wildcard ext/*/*/*.[ch]))
format: have-lint-tools
	clang-format -i $(C_FILES) $(BUILDERS)

lint: have-lint-tools $(GENERATED)
	clang-format --dry-run -Werror $(C_FILES) $(BUILDERS)
	clang-tidy --quiet $(filter ext/%.c,$(C_FILES)) -- -std=c11 -Iinclude -Iext -I$(BUILD)/gen $(LIB_CFLAGS) $(SQLITE_CFLAGS)
	@# suppressed: it does not know that nw_fail never returns, and takes assignments for comparisons
	cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr --enable=warning,performance,portability \
		--suppress=missingIncludeSystem --suppress=nullPointerRedundantCheck --suppress=identicalInnerCondition \
		--suppress=duplicateAssignExpression -Iinclude -Iext -I$(BUILD)/gen ext

# ---------------------------------------------------------------- installing

install: all static
	install -d $(DESTDIR)$(PREFIX)/lib $(DESTDIR)$(PREFIX)/include
	install -m 755 $(BUILD)/newswire.so $(DESTDIR)$(PREFIX)/lib/newswire.so
	install -m 644 $(BUILD)/libnewswire.a $(DESTDIR)$(PREFIX)/lib/libnewswire.a
	install -m 644 include/newswire.h include/newswire_sqlite.h $(DESTDIR)$(PREFIX)/include/

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/lib/newswire.so $(DESTDIR)$(PREFIX)/lib/libnewswire.a
	rm -f $(DESTDIR)$(PREFIX)/include/newswire.h $(DESTDIR)$(PREFIX)/include/newswire_sqlite.h

clean:
	rm -rf $(BUILD)

help:
	@sed -n 's/^## //p' $(firstword $(MAKEFILE_LIST))

## make            builds build/newswire.so; load it with: .load ./build/newswire
## make static     builds build/libnewswire.a, for -DSQLITE_CORE and sqlite3_auto_extension
## make demo       builds, loads sql/sample.sql, runs sql/demo.sql, writes build/demo.html
## make test       runs all tests; the last line says: N passed, N failed
## make quick      runs the unit tests only
## make soak       runs the long tests
## make bench      measures time and memory over an archive
## make bench-archive  builds an index over a whole archive beside FTS5; six minutes with ARTICLES=100000
## make fuzz       runs libFuzzer over all tables;   make threads   runs everything with threads under ThreadSanitizer
## make train-names    trains the model of names on TRAIN: databases with articles(id, body) and gold_mentions(article, start,
##                 length, type), or files of columns (a word per line, its IOB or BIO tag last); ten minutes
## make train-quotes   trains the model of quotes on TRAIN_QUOTES: databases with articles(id, body) and gold_quotes(article,
##                 quote, part, start, length, kind), and on TRAIN_PLAIN_QUOTES: articles(id, body); two minutes
## make word-classes   makes the classes of words from ARCHIVES; all models must be trained again after it
## make format     runs clang-format;   make lint   checks with clang-format, clang-tidy, cppcheck
## make install    installs to PREFIX, under DESTDIR;   make uninstall
## make deps       installs the packages the build needs (Debian), or says which they are
## make clean      removes the build folder
## Variables: CC CFLAGS LDFLAGS AR LTO THREADS PROFILE STATIC PREFIX DESTDIR SQLITE_INCLUDE SQLITE3 PKG_CONFIG BUILD
##            CC_FOR_BUILD CFLAGS_FOR_BUILD PKG_CONFIG_FOR_BUILD for programs that the build itself runs, if CC is for
##            another machine: make CC=aarch64-linux-gnu-gcc AR=aarch64-linux-gnu-ar CC_FOR_BUILD=cc

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
