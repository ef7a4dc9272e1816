# mujaz: see README.md. Every target installs what it needs first.

FILE ?= Tests/Fixtures/Articles/sample.txt
PREFIX ?= /usr/local
# ICU, libxml2, SQLite, minizip and zlib by their archives, at fixed addresses: a start has less to look up. `make STATIC=`
# takes the shared ones, for systems without archives. simdjson is shared either way, as Debian has no archive of it.
STATIC ?= --pkg-config-path Packaging/static -Xlinker -no-pie
# Where Swift's runtime has no memory left it calls us instead of telling it in lines of its own and aborting.
MEMORY = -Xlinker --wrap=_ZN5swift28swift_abortAllocationFailureEmm
# What only the packages are linked with: `make dist`.
PORTABLE =
BUILD = swift build -c release --static-swift-stdlib $(STATIC) $(MEMORY) $(PORTABLE)
BIN = .build/release/mujaz

.PHONY: all deps build brief test test-python test-spark test-sanitized fuzz faults bench bench-cost bench-memory docs format lint dist dist-check install uninstall clean

all: build

# Installs the system libraries that are missing, with apt; does nothing where all are there.
deps:
	@Scripts/install-dependencies

# The linker's remark on mktemp comes from Foundation's static library and can't be silenced.
build: deps
	@$(BUILD) --product mujaz 2>&1 | grep -v "mktemp" >&2; exit $${PIPESTATUS[0]}

# The brief of the sample article, or of FILE=...
brief: build
	@$(BIN) brief "$(FILE)"

# Every test, or with FILTER= those whose names match: a sum, and failures whole.
test:
	@Scripts/install-dependencies --tests
	@Scripts/test "$(FILTER)"

# The Python package: its types, its tests and its examples. What they need goes into .build, by pip.
PYTHON ?= python3
PYTEST = cd Packaging/python && MUJAZ=$(CURDIR)/$(BIN) PYTHONPATH=src PYTHONDONTWRITEBYTECODE=1
PYTEST_OPTIONS = -m pytest -q -p no:cacheprovider
test-python: build .build/python/done
	cd Packaging/python && ../../.build/python/bin/mypy
	$(PYTEST) ../../.build/python/bin/python $(PYTEST_OPTIONS) --doctest-modules --ignore=src/mujaz/spark.py src tests

# mujaz.spark against Spark in local mode: 900 MB of packages, and Java.
test-spark: build .build/spark/done
	@Scripts/install-dependencies --spark
	$(PYTEST) ../../.build/spark/bin/python $(PYTEST_OPTIONS) tests/test_spark.py

.build/python/done: Packaging/python/tests/requirements.txt
.build/spark/done: Packaging/python/tests/requirements-spark.txt
.build/python/done .build/spark/done:
	@Scripts/install-dependencies --python
	rm -rf $(@D) && $(PYTHON) -m venv $(@D) && $(@D)/bin/pip install -q -r $<
	@touch $@

# The tests of everything that is made of C under the address and undefined-behaviour sanitizers (those of Swift's own test
# library leak), then the pipeline and the memory under the thread sanitizer. The tests of the command start it with limits
# on memory and with an environment of its own, which sanitizers don't bear.
IN_C = MujazInputTests|HostileFile|DamagedFile|Tolerance|GoldenFile|RoundTrip|SRX|UnitReader|DictionaryTests|GlossaryTests|SHA256|DuplicateTests
UNDEFINED = -fsanitize=undefined -fno-sanitize-recover=undefined
test-sanitized:
	@Scripts/install-dependencies --tests
	swift build --build-tests --sanitize address --scratch-path .build/address \
	  $(addprefix -Xcc ,$(UNDEFINED)) $(addprefix -Xcxx ,$(UNDEFINED))
	ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1 \
	  swift test --skip-build --sanitize address --scratch-path .build/address --filter '$(IN_C)'
	swift build -c release --product mujaz --sanitize thread --scratch-path .build/thread
	Scripts/test-threads .build/thread/release/mujaz

# Every fuzzer for so many seconds, and the command with hostile arguments; or FUZZERS="page feed", two at a time with JOBS=2.
# Seeds are made of the tests' fixtures; with SEEDS= the committed corpus must do. SwiftPM hands the compiler a `-sanitize=` option for each
# sanitizer and it takes the last: without the option that names both nothing of Swift would be seen.
SECONDS ?= 60
JOBS ?= 1
SEEDS ?= .build/seeds
fuzz: build
	swift build -c release --package-path Tests/Fuzz --sanitize fuzzer --sanitize address -Xswiftc -sanitize=fuzzer,address
	@test -z "$(SEEDS)" || Scripts/fuzz-seeds "Tests/Fuzz/$(SEEDS)"
	Scripts/fuzz --jobs $(JOBS) --seeds "$(SEEDS)" $(SECONDS) $(FUZZERS)
	$(if $(FUZZERS),,Scripts/fuzz-arguments $(SECONDS) $(BIN))

# One call of the system fails, then the next, for thousands of runs; then one allocation, for thousands more.
faults: build
	Scripts/faults $(BIN)
	Scripts/faults --malloc $(BIN)

bench: build
	swift build -c release --package-path Benchmarks
	Benchmarks/.build/release/bench --mujaz $(BIN) $(BENCH)

# Instructions a byte of input and of a start, which a busy machine does not change. BENCH="--max brief=140" sets a bar.
bench-cost: build
	@Scripts/install-dependencies --cost
	Scripts/bench-cost $(BIN) $(BENCH)

# A translation memory of a million units: import, look-up, and whether the best match is found.
bench-memory: build
	swift build -c release --package-path Benchmarks --product memory
	Benchmarks/.build/release/memory $(BIN) $(BENCH)

# The library's documentation, without a plugin: .build/docs
docs: deps
	@Scripts/build-documentation

format:
	swift format -i --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

# Packages for machines without Swift, in .build/dist: a tarball, a .deb and a Python wheel. Their binary holds simdjson and libstdc++,
# too, and asks for no glibc newer than 2.34. It is linked each time, as SwiftPM does not see that an archive was updated. The next
# `make build` links as always.
ARCHIVES = .build/archives
dist: deps
	@Scripts/install-dependencies --dist
	@Scripts/build-archives $(ARCHIVES)
	@rm -f $(BIN)
	@$(MAKE) --no-print-directory build PORTABLE="-Xlinker -L$(ARCHIVES) -Xlinker $(ARCHIVES)/compat.o -Xlinker --build-id=none --disable-local-rpath"
	@Scripts/dist $(BIN) .build/dist

# Whether they install and run on a bare Debian 12, and come out the same twice. Needs root.
dist-check: dist
	@Scripts/install-dependencies --dist-check
	@Scripts/dist-check .build/dist

# The command, its man pages and completions.
install: build
	@Scripts/install "$(DESTDIR)$(PREFIX)" $(BIN)

uninstall:
	@Scripts/install --remove "$(DESTDIR)$(PREFIX)" $(BIN)

clean:
	rm -rf .build Benchmarks/.build Tests/Fuzz/.build

SHELL = /bin/bash
