// SKOS and OWL: Turtle or RDF/XML, as the content says.
#include "tests/fuzz/fuzz.h"

HOROCYCLE_FUZZ(input) {
    horo::openAnything(horo::writeInput("a.ttl", input));
}
