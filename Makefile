# newswire: reads news inside SQLite. `make help` lists the targets.

CC ?= cc
CFLAGS ?= -O2 -g
PREFIX ?= /usr/local
DESTDIR ?=
SQLITE_INCLUDE ?=
PKG_CONFIG ?= pkg-config
BUILD ?= build
SQLITE3 ?= sqlite3

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion
ifdef CI
WARNINGS += -Werror
endif
ifneq ($(SQLITE_INCLUDE),)
SQLITE_CFLAGS := -I$(SQLITE_INCLUDE)
endif
LIB_CFLAGS = $(shell $(PKG_CONFIG) --cflags libpcre2-8 libutf8proc 2>/dev/null)
LIBS = $(shell $(PKG_CONFIG) --libs libpcre2-8 libutf8proc 2>/dev/null)
ALL_CFLAGS = -std=c11 $(CFLAGS) $(WARNINGS) -fvisibility=hidden -Iinclude -Iext -I$(BUILD)/gen $(LIB_CFLAGS) $(SQLITE_CFLAGS)

ENGINE := $(filter-out ext/lexicon/compile.c,$(wildcard ext/*.c $(foreach d,base tokens lexicon wire values grammar names quotes moves,ext/$(d)/*.c)))
SQL := $(wildcard ext/sql/*.c)
LISTS := $(sort $(wildcard ext/lexicon/lists/*.txt))
COMPILER := $(wildcard ext/base/*.c) ext/tokens/scan.c ext/lexicon/compile.c
GENERATED := $(BUILD)/gen/lexicon_lists.h $(BUILD)/gen/lexicon_data.c

PIC_OBJECTS := $(patsubst %.c,$(BUILD)/pic/%.o,$(ENGINE) $(SQL)) $(BUILD)/pic/lexicon_data.o
STATIC_OBJECTS := $(patsubst %.c,$(BUILD)/static/%.o,$(ENGINE) $(SQL)) $(BUILD)/static/lexicon_data.o

.PHONY: all static clean install uninstall help quick
all: $(BUILD)/newswire.so

static: $(BUILD)/libnewswire.a

$(BUILD)/newswire.so: $(PIC_OBJECTS)
	$(CC) -shared $(CFLAGS) $(LDFLAGS) -o $@ $(PIC_OBJECTS) $(LIBS)

$(BUILD)/libnewswire.a: $(STATIC_OBJECTS)
	rm -f $@ && ar rcs $@ $(STATIC_OBJECTS)

# The word lists: the compiler runs on the building machine, then its tables are compiled like any source.
$(BUILD)/host/lexicon-compile: $(COMPILER) $(wildcard include/*.h ext/base/*.h ext/tokens/*.h)
	@mkdir -p $(@D)
	$(CC) -std=c11 -O1 $(WARNINGS) -Iinclude -Iext $(LIB_CFLAGS) -o $@ $(COMPILER) $(LIBS)

$(BUILD)/gen/lexicon_data.c: $(BUILD)/host/lexicon-compile $(LISTS)
	@mkdir -p $(@D)
	$(BUILD)/host/lexicon-compile $(BUILD)/gen $(LISTS)

$(BUILD)/gen/lexicon_lists.h: $(BUILD)/gen/lexicon_data.c ;

$(BUILD)/pic/%.o: %.c | $(GENERATED)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fPIC -MMD -MP -c -o $@ $<

$(BUILD)/static/%.o: %.c | $(GENERATED)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -DSQLITE_CORE -MMD -MP -c -o $@ $<

$(BUILD)/pic/lexicon_data.o: $(BUILD)/gen/lexicon_data.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -O1 -g0 -fPIC -c -o $@ $<

$(BUILD)/static/lexicon_data.o: $(BUILD)/gen/lexicon_data.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -O1 -g0 -c -o $@ $<

# Unit tests: each stage without SQLite.
UNIT := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/test_*.c))
ENGINE_OBJECTS := $(patsubst %.c,$(BUILD)/pic/%.o,$(ENGINE)) $(BUILD)/pic/lexicon_data.o

$(BUILD)/libengine.a: $(ENGINE_OBJECTS)
	rm -f $@ && ar rcs $@ $(ENGINE_OBJECTS)

$(BUILD)/unit/%: tests/unit/%.c tests/unit/harness.h $(BUILD)/libengine.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests/unit -o $@ $< $(BUILD)/libengine.a $(LIBS)

quick: $(UNIT)
	@set -e; for test in $(UNIT); do $$test; done

clean:
	rm -rf $(BUILD)

help:
	@echo "make            build/newswire.so, to be loaded with .load ./build/newswire"

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
