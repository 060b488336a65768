# What one does with this package. `make` alone builds it and runs it on seeds/.
#
# Nothing is installed that is there already; a machine with all of it needs no network.

SWIFT = swift
BIN = .build/release
OUTPUT = output
RUN = Scripts/setup

.PHONY: all build output readme test lint bench clean help

all: output
	@echo
	@echo 'The command    $(BIN)/gangmu --help'
	@echo 'The results    $(OUTPUT)/seeds.json    all documents of seeds/ in one dataset'
	@echo '               $(OUTPUT)/seeds.jsonl   one document a line'
	@echo '               $(OUTPUT)/tei/          one document a file, and corpus.xml with all of them'

build:
	@$(RUN) build
	$(SWIFT) build -c release --product gangmu --static-swift-stdlib

# The main job: the seed documents as JSON, JSON Lines and TEI.
output: build
	@Scripts/make-output $(BIN)/gangmu $(OUTPUT)

# The table of extractors in README.md.
readme: build
	@Scripts/make-readme $(BIN)/gangmu

test:
	@$(RUN) build test
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

lint:
	@$(RUN) build
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Plugins
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error

bench:
	@$(RUN) build
	$(SWIFT) build -c release --product gangmu --static-swift-stdlib
	$(SWIFT) build -c release --product gangmu-benchmark --static-swift-stdlib
	$(BIN)/gangmu-benchmark --gangmu $(BIN)/gangmu --seeds seeds

clean:
	rm -rf .build .tools

help:
	@echo 'make         builds the tool and runs it on seeds/ into $(OUTPUT)/'
	@echo 'make test    runs all tests'
	@echo 'make lint    checks format and layers'
	@echo 'make bench   measures'
	@echo 'make clean   removes what was built'
