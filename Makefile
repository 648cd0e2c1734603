# duban - follow an education bureau's yearly work plan in a terminal.
#
# Knobs: DEBUG=1 SANITIZE=1 FUZZER=1 WERROR=1 COVERAGE=1 SHARED=1 V=1 CC=clang BUILD=dir prefix=/usr/local DESTDIR=
# `make help` lists the targets.

VERSION := 0.1.0
BUILD   ?= build
CC      ?= gcc
ifeq ($(origin CC),default)
CC := gcc
endif

prefix     ?= /usr/local
bindir     ?= $(prefix)/bin
datadir    ?= $(prefix)/share
localedir  ?= $(datadir)/locale
mandir     ?= $(datadir)/man
docdir     ?= $(datadir)/doc/duban
bashdir    ?= $(datadir)/bash-completion/completions
zshdir     ?= $(datadir)/zsh/site-functions
fishdir    ?= $(datadir)/fish/vendor_completions.d

.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

# ---- a short line a step; V=1 shows the commands, -s nothing ----------------------------------
ifeq ($(V),1)
say =
else ifneq ($(findstring s,$(filter-out --%,$(firstword -$(MAKEFLAGS)))),)
say = @
else
say = @printf '  %-7s %s\n' $(1) $(2);
endif

all: $(BUILD)/duban $(BUILD)/.locale $(BUILD)/.man

# ---- packages --------------------------------------------------------------------------------
# Debian's names; where there is no apt, assets/build/deps.sh says what is missing and stops.
DEB_BUILD := pkg-config libncurses-dev libsqlite3-dev libcsv-dev libutf8proc-dev nettle-dev \
             libjansson-dev gettext
DEB_CHECK := libcmocka-dev tmux openssh-server openssh-client strace

$(BUILD)/.packages:
	@mkdir -p $(@D)
	@sh assets/build/deps.sh $(DEB_BUILD)
	@sh assets/build/libs.sh
	@touch $@

$(BUILD)/.packages-check: | $(BUILD)/.packages
	@sh assets/build/deps.sh $(DEB_CHECK)
	@touch $@

$(BUILD)/.packages-deb: | $(BUILD)/.packages
	@sh assets/build/deps.sh build-essential dpkg-dev debhelper fakeroot lintian
	@touch $@

deps: | $(BUILD)/.packages $(BUILD)/.packages-check

# ---- flags -----------------------------------------------------------------------------------
PKGS      := ncursesw sqlite3 libutf8proc nettle jansson
# Asked once, and only after the packages are there.
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(shell pkg-config --cflags $(PKGS)))$(PKG_CFLAGS)
PKG_DIR    = $(eval PKG_DIR := $$(shell pkg-config --variable=libdir sqlite3))$(PKG_DIR)
PKG_LIBS   = $(eval PKG_LIBS := $$(shell pkg-config --libs $(PKGS)))$(PKG_LIBS)
TEST_LIBS := -lcmocka

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
        -Wold-style-definition -Wundef -Wvla -Wwrite-strings -Wcast-qual -Wformat=2 \
        -Wno-format-nonliteral -Wno-overlength-strings
CPPFLAGS_ALL = -Iinclude -Isrc -I$(BUILD)/gen -D_GNU_SOURCE -DDUBAN_VERSION='"$(VERSION)"' \
               -DDUBAN_LOCALEDIR='"$(localedir)"' $(PKG_CFLAGS) $(CPPFLAGS)
# Fortified only where it is optimised, and where no sanitizer does it better.
FORTIFY  := $(if $(DEBUG)$(SANITIZE)$(COVERAGE),,-D_FORTIFY_SOURCE=2)
CFLAGS   ?= $(if $(DEBUG),-Og -g3,-O2 -g) $(FORTIFY)
LDFLAGS  ?= -Wl,-z,relro,-z,now
CFLAGS_ALL = -std=c17 $(WARN) $(CFLAGS) -pthread -fno-common -fstack-protector-strong
LDFLAGS_ALL = $(LDFLAGS)
LIBS_ALL = $(PKG_LIBS) -lcsv -lm $(LIBS)
# The program holds those libraries that there are archives of: to find, map and bind seven is a fifth of
# the time until its first screen stands. SHARED=1 leaves them outside, as a distribution wants it.
held = $(if $(wildcard $(1:-l%=$(PKG_DIR)/lib%.a)),$(1:-l%=-l:lib%.a),$1)
PROGRAM_LIBS = $(if $(SHARED)$(SANITIZE),$(LIBS_ALL),$(foreach lib,$(PKG_LIBS) -lcsv,$(call held,$(lib))) -lm $(LIBS))
ifeq ($(WERROR),1)
CFLAGS_ALL += -Werror
endif
ifeq ($(SANITIZE),1)
CFLAGS_ALL  += -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
LDFLAGS_ALL += -fsanitize=address,undefined
endif
ifeq ($(FUZZER),1)
CFLAGS_ALL  += -fsanitize=fuzzer-no-link
endif
ifeq ($(COVERAGE),1)
CFLAGS_ALL  += --coverage -O0 -DCOVERAGE
LDFLAGS_ALL += --coverage
endif

# ---- sources ---------------------------------------------------------------------------------
LAYERS   := base model lang store import report ui app
SRC      := $(foreach layer,$(LAYERS),$(sort $(wildcard src/$(layer)/*.c src/$(layer)/*/*.c)))
MAIN     := src/app/main.c
GEN_SRC  := $(BUILD)/gen/sql.c $(BUILD)/gen/schema.c $(BUILD)/gen/assets.c
OBJ      := $(patsubst %.c,$(BUILD)/%.o,$(filter-out $(MAIN),$(SRC))) \
            $(patsubst %.c,%.o,$(GEN_SRC))
MAIN_OBJ := $(patsubst %.c,$(BUILD)/%.o,$(MAIN))
LIB      := $(BUILD)/libduban.a

TEST_SRC := $(sort $(wildcard $(foreach layer,$(LAYERS),tests/$(layer)/test_*.c)))
TEST_BIN := $(patsubst %.c,$(BUILD)/%,$(TEST_SRC))
SUPPORT_OBJ := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard tests/support/*.c)))
TEST_SH  := $(sort $(wildcard tests/lint/*.sh tests/e2e/*.sh))

# ---- what changed without a file's date: flags rebuild everything, lists what is made of them --
# Writes $@ only when its text is another one. Expanded in the recipe, after the packages are there.
define note
@mkdir -p $(@D)
@printf '%s\n' '$(subst ','\'',$(1))' | cmp -s - $@ || printf '%s\n' '$(subst ','\'',$(1))' >$@
endef

$(BUILD)/.flags: FORCE | $(BUILD)/.packages
	$(call note,$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) $(LDFLAGS_ALL) $(LIBS_ALL))

$(BUILD)/.linked: FORCE | $(BUILD)/.packages
	$(call note,$(PROGRAM_LIBS))

$(BUILD)/.objects: FORCE
	$(call note,$(OBJ))

$(BUILD)/.assets: FORCE
	$(call note,$(SQL) $(ASSETS))

FORCE:

# ---- compile ---------------------------------------------------------------------------------
$(BUILD)/%.o: %.c $(BUILD)/.flags | $(BUILD)/.packages
	$(call say,CC,$@)mkdir -p $(@D) && $(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP -c $< -o $@

$(BUILD)/gen/%.o: $(BUILD)/gen/%.c $(BUILD)/.flags | $(BUILD)/.packages
	$(call say,CC,$@)$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP -c $< -o $@

# Sources may include what the generators write.
$(OBJ) $(MAIN_OBJ): | $(BUILD)/gen/sql.h $(BUILD)/gen/assets.h

$(LIB): $(OBJ) $(BUILD)/.objects
	$(call say,AR,$@)rm -f $@ && ar rcs $@ $(OBJ)

$(BUILD)/duban: $(MAIN_OBJ) $(LIB) $(BUILD)/.linked
	$(call say,LINK,$@)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $(MAIN_OBJ) $(LIB) $(PROGRAM_LIBS) -o $@

# ---- assets inside the program ---------------------------------------------------------------
SQL    := $(sort $(wildcard assets/sql/*.sql assets/sql/*/*.sql))
ASSETS := $(sort $(wildcard assets/plans/*/*.csv assets/sample/*.csv assets/skeleton/*.csv))

$(BUILD)/gen/sql.h $(BUILD)/gen/sql.c &: $(SQL) assets/build/embed-sql.awk $(BUILD)/.assets
	$(call say,GEN,$(BUILD)/gen/sql.c)mkdir -p $(BUILD)/gen && \
	  awk -v header=$(BUILD)/gen/sql.h -v source=$(BUILD)/gen/sql.c -f assets/build/embed-sql.awk $(SQL)

# What the migrations make, so that no run has to.
$(BUILD)/schema: $(BUILD)/assets/build/schema.o $(BUILD)/gen/sql.o
	$(call say,LINK,$@)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $^ $(LIBS_ALL) -o $@

$(BUILD)/assets/build/schema.o: | $(BUILD)/gen/sql.h

$(BUILD)/gen/schema.c: $(BUILD)/schema
	$(call say,GEN,$@)$(BUILD)/schema >$@

$(BUILD)/gen/assets.h $(BUILD)/gen/assets.c &: $(ASSETS) assets/build/embed.sh $(BUILD)/.assets
	$(call say,GEN,$(BUILD)/gen/assets.c)mkdir -p $(BUILD)/gen && \
	  sh assets/build/embed.sh $(BUILD)/gen/assets.h $(BUILD)/gen/assets.c $(ASSETS)

# ---- languages -------------------------------------------------------------------------------
PO := $(sort $(wildcard assets/po/*.po))
MO := $(patsubst assets/po/%.po,$(BUILD)/locale/%/LC_MESSAGES/duban.mo,$(PO))

$(BUILD)/locale/%/LC_MESSAGES/duban.mo: assets/po/%.po | $(BUILD)/.packages
	$(call say,MSGFMT,$@)mkdir -p $(@D) && msgfmt --check -o $@ $<

# The same texts for plans whose reporting units are no schools.
UNITS_MO := $(patsubst %,$(BUILD)/locale/%/LC_MESSAGES/duban-units.mo,en $(patsubst assets/po/%.po,%,$(PO)))

$(BUILD)/locale/en/LC_MESSAGES/duban-units.mo: assets/po/zh_CN.po assets/build/units.sh | $(BUILD)/.packages
	$(call say,MSGFMT,$@)mkdir -p $(@D) && sh assets/build/units.sh en $< $@

$(BUILD)/locale/%/LC_MESSAGES/duban-units.mo: assets/po/%.po assets/build/units.sh | $(BUILD)/.packages
	$(call say,MSGFMT,$@)mkdir -p $(@D) && sh assets/build/units.sh $* $< $@

$(BUILD)/.locale: $(MO) $(UNITS_MO)
	@touch $@

# Brings the catalogs up to date with the texts in the sources.
po:
	@mkdir -p $(BUILD)
	sh assets/build/po.sh $(BUILD)/duban.pot $(PO)

# ---- manual pages ----------------------------------------------------------------------------
# Commands, options, keys and messages in them come out of the program's own lists.
MAN := $(patsubst assets/man/%.in,$(BUILD)/man/%,$(sort $(wildcard assets/man/*.in assets/man/*/*.in)))

$(BUILD)/manual: $(BUILD)/assets/build/manual.o $(LIB)
	$(call say,LINK,$@)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $< $(LIB) $(LIBS_ALL) -o $@

# man/duban.1 is English, man/zh_CN/duban.1 is not.
$(BUILD)/man/%: assets/man/%.in $(BUILD)/manual $(BUILD)/.locale
	$(call say,MAN,$@)mkdir -p $(@D) && \
	  $(BUILD)/manual $(VERSION) $(patsubst .,en,$(patsubst %/,%,$(dir $*))) $(BUILD)/locale <$< >$@

$(BUILD)/.man: $(MAN)
	@touch $@

.PRECIOUS: $(BUILD)/assets/build/manual.o $(BUILD)/assets/build/schema.o

# ---- try it ----------------------------------------------------------------------------------
demo: all # a sample that an older duban made is made anew
	@$(BUILD)/duban --db $(BUILD)/demo.db status >/dev/null 2>&1 || \
	  { rm -f $(BUILD)/demo.db*; $(BUILD)/duban --db $(BUILD)/demo.db demo --no-open; }
	@$(BUILD)/duban --db $(BUILD)/demo.db

# ---- tests -----------------------------------------------------------------------------------
# Real files, real terminals, no clock and no locale of the machine.
TEST_ENV := DUBAN=$(abspath $(BUILD)/duban) BUILD=$(abspath $(BUILD)) \
            DUBAN_TESTS=$(abspath tests) CC='$(CC)' \
            LSAN_OPTIONS=suppressions=$(abspath tests/lsan.supp):print_suppressions=0 TZ=UTC LC_ALL=C.UTF-8 \
            LANGUAGE=en NO_COLOR= HOME=/proc/nobody DUBAN_DB= XDG_DATA_HOME=/proc/nobody \
            XDG_STATE_HOME=

$(TEST_BIN): $(BUILD)/tests/%: $(BUILD)/tests/%.o $(SUPPORT_OBJ) $(LIB)
	$(call say,LINK,$@)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $(TEST_LDFLAGS) $< $(SUPPORT_OBJ) $(LIB) \
	  $(TEST_LIBS) $(LIBS_ALL) -o $@

# Here the system may have no thread to give (tests/support/base_threads.h), and the clock is a test's.
$(BUILD)/tests/base/test_ahead $(BUILD)/tests/import/test_source: TEST_LDFLAGS := -Wl,--wrap=pthread_create
$(BUILD)/tests/app/test_monitor_day: TEST_LDFLAGS := -Wl,--wrap=time

.PRECIOUS: $(BUILD)/tests/%.o

check: | $(BUILD)/.packages-check
	@$(MAKE) --no-print-directory all tests
	@$(TEST_ENV) sh tests/run.sh $(TEST_BIN) $(TEST_SH)

check-units: | $(BUILD)/.packages-check
	@$(MAKE) --no-print-directory all tests
	@$(TEST_ENV) sh tests/run.sh $(TEST_BIN)

# The fuzz targets without a fuzzer: they try again what was kept in tests/data/corpus.
FUZZ_BIN := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))

$(FUZZ_BIN): $(BUILD)/tests/fuzz/%: $(BUILD)/tests/fuzz/%.o $(BUILD)/tests/fuzz/replay.o \
  $(SUPPORT_OBJ) $(LIB)
	$(call say,LINK,$@)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $< $(BUILD)/tests/fuzz/replay.o \
	  $(SUPPORT_OBJ) $(LIB) $(TEST_LIBS) $(LIBS_ALL) -o $@

$(patsubst %,%.o,$(FUZZ_BIN)) $(BUILD)/tests/fuzz/replay.o: | $(BUILD)/.packages-check \
  $(BUILD)/gen/sql.h $(BUILD)/gen/assets.h
.PRECIOUS: $(BUILD)/tests/fuzz/%.o

tests: $(TEST_BIN) $(FUZZ_BIN)

$(patsubst %,%.o,$(TEST_BIN) $(FAULT_BIN)) $(FAULT_KIT) $(SUPPORT_OBJ): | $(BUILD)/.packages-check $(BUILD)/gen/sql.h \
  $(BUILD)/gen/assets.h

# ---- faults: what happens when the machine, the disk or a person does its worst ----------------
# Each program and script of tests/faults has a short form (check-faults) and a long one (soak).
FAULT_KIT := $(addprefix $(BUILD)/tests/,$(addsuffix .o,faults/harness faults/inside faults/inside_keys faults/hostile support/store_old support/ui_keys))
FAULT_SRC := $(filter-out $(addprefix tests/faults/,harness.c inside.c inside_keys.c hostile.c),$(sort $(wildcard tests/faults/*.c)))
FAULT_BIN := $(patsubst %.c,$(BUILD)/%,$(FAULT_SRC))
FAULT_SH  := $(sort $(wildcard tests/faults/*.sh))

$(FAULT_BIN): $(BUILD)/tests/faults/%: $(BUILD)/tests/faults/%.o $(FAULT_KIT) $(LIB)
	$(call say,LINK,$@)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $(FAULT_LDFLAGS) $< $(FAULT_KIT) $(LIB) \
	  $(TEST_LIBS) $(LIBS_ALL) -lutil -o $@

comma := ,

# A lock that locks nothing, memory that runs out, calls that fail and network drives are put in at the link: the
# program has no switch for them.
$(BUILD)/tests/faults/wal_race: FAULT_LDFLAGS := -Wl,--wrap=flock
WRAPPED := \
  read pread write fsync stat lstat fstat access mkdir mkdirat link linkat rename renameat2 \
  flock opendir fdopendir readdir memfd_create fstatat renameat mkostemp realpath getrandom iconv_open \
  open openat sqlite3_prepare_v2 \
  sqlite3_prepare_v3 sqlite3_exec sqlite3_backup_step sqlite3_wal_checkpoint_v2 sqlite3_step \
  sqlite3_open_v2 sqlite3_backup_init sqlite3_errcode
$(BUILD)/tests/faults/calls: FAULT_LDFLAGS := $(addprefix -Wl$(comma)--wrap=,$(WRAPPED))
$(BUILD)/tests/faults/network: FAULT_LDFLAGS := -Wl,--wrap=statfs
$(BUILD)/tests/faults/memory: FAULT_LDFLAGS := -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=reallocarray,--wrap=strdup,--wrap=strndup

faults: $(FAULT_BIN)

check-faults: check-untimed
	@$(TEST_ENV) sh tests/run.sh $(BUILD)/tests/faults/load # it measures time: alone

# What watches the files that are opened is not for a build with counters, which are files.
check-untimed: | $(BUILD)/.packages-check
	@$(MAKE) --no-print-directory all faults
	@$(TEST_ENV) sh tests/run.sh $(filter-out %/load,$(FAULT_BIN)) $(if $(COVERAGE),,$(FAULT_SH))

soak: | $(BUILD)/.packages-check
	@$(MAKE) --no-print-directory all faults
	@$(TEST_ENV) FAULTS_LONG=1 TEST_LIMIT=7200 JOBS=1 sh tests/run.sh $(FAULT_BIN) $(FAULT_SH)
	@$(MAKE) --no-print-directory fuzz

# ---- the bulletin in a browser: only where there is Chromium, never part of check ----------------
check-bulletin: all
	@$(TEST_ENV) sh tests/browser/bulletin.sh

# ---- templates and rejected rows in LibreOffice Calc: only where there is one, never part of check
check-office: all
	@$(TEST_ENV) sh tests/office/calc.sh

# ---- benchmarks: figures beside those of peers, never part of check -----------------------------
BENCH_SRC := $(sort $(wildcard tests/bench/bench_*.c))
BENCH_BIN := $(patsubst %.c,$(BUILD)/%,$(BENCH_SRC))
BENCH_OBJ := $(patsubst %.c,$(BUILD)/%.o,$(filter-out $(BENCH_SRC),$(wildcard tests/bench/*.c)))
BENCH_DIR ?= $(BUILD)/bench

$(BENCH_BIN): $(BUILD)/tests/bench/%: $(BUILD)/tests/bench/%.o $(BENCH_OBJ) $(LIB) $(BUILD)/.linked
	$(call say,LINK,$@)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $< $(BENCH_OBJ) $(LIB) $(PROGRAM_LIBS) -o $@

$(BENCH_OBJ) $(patsubst %,%.o,$(BENCH_BIN)): | $(BUILD)/gen/sql.h $(BUILD)/gen/assets.h

.PRECIOUS: $(BUILD)/tests/bench/%.o

# All of them, or those that BENCH names (tests/bench/NAME.sh). Databases are kept in BENCH_DIR.
bench: all $(BENCH_BIN)
	@mkdir -p $(BENCH_DIR)
	@DUBAN=$(abspath $(BUILD)/duban) BUILD=$(abspath $(BUILD)) BENCH_DIR=$(abspath $(BENCH_DIR)) \
	  sh tests/bench/run.sh $(BENCH)

# What the screens look like, anew; look at the difference before you keep it.
goldens: | $(BUILD)/.packages-check
	@$(MAKE) --no-print-directory all tests
	@for test in $(filter %/test_screens,$(TEST_BIN)); do \
	  $(TEST_ENV) GOLDENS=write $$test || exit 1; done
	@git --no-pager diff --stat -- tests/data/screens 2>/dev/null || true

# The pictures of the README, from a real run in tmux.
screenshots: | $(BUILD)/.packages-check
	@$(MAKE) --no-print-directory all
	@$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) $(wildcard tests/tools/ansi_svg.c) $(LIB) $(LIBS_ALL) \
	  -o $(BUILD)/ansi_svg
	@sh tests/tools/screenshots.sh $(BUILD)/ansi_svg $(abspath $(BUILD)/duban) docs/images

coverage: | $(BUILD)/.packages-check
	@find $(BUILD)-coverage -name '*.gcda' -delete 2>/dev/null || true
	@TEST_LIMIT=3600 $(MAKE) --no-print-directory check COVERAGE=1 BUILD=$(BUILD)-coverage
	@TEST_LIMIT=3600 $(MAKE) --no-print-directory check-untimed COVERAGE=1 BUILD=$(BUILD)-coverage
	@sh tests/coverage.sh $(BUILD)-coverage

# FUZZ names targets, SECONDS says how long each, JOBS how many at once, FUZZ_KEEP=1 keeps what was
# found. libFuzzer is clang's; FUZZ_BUILD may be a build that was made with these knobs already.
SECONDS ?= 60
FUZZ_BUILD ?= $(BUILD)-fuzz
FUZZERS := $(patsubst tests/fuzz/fuzz_%.c,$(BUILD)/fuzzers/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))

$(FUZZERS): $(BUILD)/fuzzers/%: $(BUILD)/tests/fuzz/fuzz_%.o $(SUPPORT_OBJ) $(LIB)
	$(call say,LINK,$@)mkdir -p $(@D) && $(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) -fsanitize=fuzzer $^ $(TEST_LIBS) \
	  $(LIBS_ALL) -o $@

fuzzers: $(FUZZERS)

fuzz: | $(BUILD)/.packages-check
	@command -v clang >/dev/null || { echo 'duban: fuzzing needs clang; install it and try again' >&2; exit 1; }
	@$(MAKE) --no-print-directory fuzzers CC=clang SANITIZE=1 FUZZER=1 BUILD=$(FUZZ_BUILD)
	@BUILD=$(FUZZ_BUILD) FUZZ_SECONDS=$(SECONDS) sh tests/fuzz/run.sh $(FUZZ)

format:
	clang-format -i $(shell git ls-files '*.c' '*.h')

# What compilers do not see; not part of check, as it takes minutes and clang-tidy-14, cppcheck.
lint: $(BUILD)/gen/sql.h $(BUILD)/gen/assets.h
	@if command -v clang-tidy >/dev/null; then printf '%s\n' $(SRC) | \
	  xargs -P "$$(nproc)" -I{} clang-tidy --quiet --warnings-as-errors='*' {} -- \
	    -std=c17 $(CPPFLAGS_ALL) 2>$(BUILD)/lint.err || exit 1; \
	  else echo 'duban: no clang-tidy here, left out'; fi
	@if command -v cppcheck >/dev/null; then cppcheck -q -j "$$(nproc)" --std=c11 \
	  --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
	  --suppress=missingIncludeSystem --suppress=checkersReport -D_GNU_SOURCE \
	  -DDUBAN_VERSION='""' -DDUBAN_LOCALEDIR='""' -Iinclude -Isrc -I$(BUILD)/gen $(SRC); \
	  else echo 'duban: no cppcheck here, left out'; fi

# ---- install ---------------------------------------------------------------------------------
# What goes where: mode, file, target. A name with a blank in it is not for here.
define installed
755 $(BUILD)/duban $(bindir)/duban
$(foreach mo,$(MO) $(UNITS_MO),644 $(mo) $(localedir)/$(mo:$(BUILD)/locale/%=%)$(newline))
$(foreach man,$(MAN),644 $(man) $(mandir)/$(patsubst $(BUILD)/man/%,%,$(dir $(man)))man$(subst .,,$(suffix $(man)))/$(notdir $(man))$(newline))
$(foreach doc,$(wildcard README.md CHANGELOG.md LICENSE docs/*.* docs/*/*.*),644 $(doc) $(docdir)/$(doc:docs/%=%)$(newline))
$(foreach csv,$(wildcard assets/plans/*/*.csv),644 $(csv) $(docdir)/$(csv:assets/%=%)$(newline))
644 assets/completions/duban.bash $(bashdir)/duban
644 assets/completions/_duban $(zshdir)/_duban
644 assets/completions/duban.fish $(fishdir)/duban.fish
endef
define newline


endef

# Which files and directories were made; empty for a package, whose manager knows.
manifest ?= $(docdir)/installed

install: all
	@$(file >$(BUILD)/.install,$(installed))sed '/^ *$$/d; s/^ *//' $(BUILD)/.install | \
	  sh assets/build/install.sh install '$(DESTDIR)' '$(manifest)'

uninstall:
	@sh assets/build/install.sh uninstall '$(DESTDIR)' '$(manifest)'

# ---- a Debian package ------------------------------------------------------------------------
# The packaging lies in assets/debian and is put into place in a copy of the tree.
DEB := $(BUILD)/deb/duban-$(VERSION)

deb: | $(BUILD)/.packages-deb
	$(call say,DEB,$(BUILD)/deb)rm -rf $(BUILD)/deb && mkdir -p $(DEB) && \
	  cp -r CHANGELOG.md LICENSE Makefile README.md assets include src tests $(wildcard docs) $(DEB) && \
	  cp -r assets/debian $(DEB)/debian && \
	  cd $(DEB) && env -i HOME="$$HOME" PATH="$$PATH" LC_ALL=C.UTF-8 dpkg-buildpackage -jauto -b -us -uc >../build.log 2>&1 || \
	  { tail -n 30 ../build.log; exit 1; }
	@ls $(BUILD)/deb/*.deb

check-install: deb
	@sh tests/install/deb.sh '$(abspath $(BUILD)/deb)'

check-fresh:
	@sh tests/install/fresh.sh '$(abspath .)'

clean:
	rm -rf $(BUILD) $(BUILD)-*

help:
	@echo 'make            build $(BUILD)/duban'
	@echo 'make demo       install what is missing, build, make a sample database, open the monitor'
	@echo 'make check      install what is missing, build, run all tests'
	@echo 'make deps       install the packages that building and testing need'
	@echo 'make install    to $$(DESTDIR)$$(prefix); make uninstall takes it away again'
	@echo 'make check-units   only the unit tests, for another compiler'
	@echo 'make check-faults  crashes, faults, attacks, loads; make faults builds them only'
	@echo 'make check-untimed  the same without those that measure time'
	@echo 'make soak       their long form, for hours, and each fuzz target for a minute'
	@echo 'make check-bulletin  does the bulletin fit, on screens and on A4? needs Chromium'
	@echo 'make check-office  do templates and rejected rows survive Calc? needs LibreOffice'
	@echo 'make deb        a Debian package, in $(BUILD)/deb'
	@echo 'make check-install  the package: built twice the same, installed, run, removed'
	@echo 'make check-fresh    all of it in a fresh Debian 12, made by debootstrap (root)'
	@echo 'make coverage   line and branch coverage of the tests'
	@echo 'make bench      figures beside those of peers; BENCH=views for one table'
	@echo 'make fuzzers    builds the fuzz targets'
	@echo 'make fuzz       the fuzz targets, a minute each; FUZZ=import SECONDS=600 FUZZ_KEEP=1'
	@echo 'make goldens    write down anew what the screens look like (tests/data/screens)'
	@echo 'make screenshots  the pictures of the README anew (docs/images)'
	@echo 'make po         bring the language catalogs up to date with the sources'
	@echo 'make lint       clang-tidy and cppcheck over all sources, where they are installed'
	@echo 'make format     clang-format over all sources'
	@echo 'make clean      remove what was built'
	@echo 'Knobs: DEBUG=1 SANITIZE=1 FUZZER=1 WERROR=1 COVERAGE=1 SHARED=1 V=1 CC=clang BUILD=dir prefix=DIR DESTDIR=DIR'

.PHONY: all deb check-bulletin check-office check-install check-fresh deps po demo check check-units tests goldens screenshots bench faults check-faults check-untimed soak coverage fuzz fuzzers lint format install uninstall clean help FORCE

-include $(shell find $(BUILD) -path $(BUILD)/deb -prune -o -type f -name '*.d' -print 2>/dev/null)
