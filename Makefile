# Parley: two commands do everything, on a machine with a JDK, Maven and make.
#
#   make run     builds what is needed, starts the whole of Parley here, makes one journey, stays up until Ctrl-C
#   make test    runs every check and every test
#
# A JDK from 21 on is found by itself, also where the default "java" is older; JAVA_HOME wins where it fits.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test fuzz bench format documents clean

JDK := $(shell deploy/local/find-jdk)
ifeq ($(JDK),)
ifneq ($(filter-out help clean,$(or $(MAKECMDGOALS),help)),)
$(error No JDK from 21 on was found. Install one (for example Temurin 25), or set JAVA_HOME to it)
endif
endif
export JAVA_HOME := $(JDK)

MVN := mvn -B -ntp
SOURCES := $(shell find pom.xml common ingress-service routing-service outbound-service admin-service deploy \
	-path '*/target' -prune -o -path '*/src/test' -prune -o \( -path '*/src/*' -o -name pom.xml \) -type f -print 2>/dev/null)
# Libraries' own remarks are not what the one who types the command wants to read.
QUIET := -Dorg.slf4j.simpleLogger.defaultLogLevel=error
BUILT := deploy/local/target/.built

help: ## This list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(BUILT) ## Start everything here and make one journey (ARGS=--help for options)
	@"$(JAVA_HOME)/bin/java" -Xmx128m -XX:+UseSerialGC $(QUIET) -jar deploy/local/target/parley-local.jar \
		$$([ -t 1 ] && echo --terminal) $(ARGS)

$(BUILT): $(SOURCES)
	@echo "Building Parley with $(JAVA_HOME) (the first time takes a few minutes; log: target/build.log) …"
	@mkdir -p target
	@$(MVN) package -DskipTests -Dspotless.check.skip=true >target/build.log 2>&1 \
		|| { grep -m 20 -E 'ERROR|BUILD' target/build.log; echo "The build failed; see target/build.log"; exit 1; }
	@touch $@

test: ## Every check and every test (MODULE=routing-service ARGS=-Dtest=… for less)
	$(MVN) verify $(if $(MODULE),-pl $(MODULE) -am -Dsurefire.failIfNoSpecifiedTests=false) $(ARGS)

fuzz: ## Feed every parser of providers' calls and answers at least 100,000 inputs (TRIES=…)
	$(MVN) test -pl common/channels -am -Dspotless.check.skip=true -Dtest='*FuzzTest' \
		-Dsurefire.failIfNoSpecifiedTests=false -Dfuzz.tries=$(or $(TRIES),100000) $(ARGS)

bench: $(BUILT) ## Measure, with the machine's own floor in the same run
	@"$(JAVA_HOME)/bin/java" -Xmx256m $(QUIET) -jar deploy/benchmark/target/parley-benchmark.jar $(ARGS)

format: ## Format the sources
	$(MVN) -q spotless:apply

documents: ## Write the generated documents (OpenAPI, AsyncAPI, schemas) anew; refuses to break a contract
	$(MVN) verify -Dparley.update-documents=true

clean: ## Remove what was built; data of 'make run' stay in .parley
	rm -rf target common/target common/*/target *-service/target deploy/*/target
