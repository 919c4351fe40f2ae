// Predictions as JSON lines.
#include "tests/fuzz/predictions.h"

HOROCYCLE_FUZZ(input) {
    horo::takePredictions(horo::writeInput("predictions.jsonl", input));
}
