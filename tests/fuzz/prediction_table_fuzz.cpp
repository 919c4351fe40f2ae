// Predictions in csv and tsv: labels, wide, long.
#include "tests/fuzz/predictions.h"

HOROCYCLE_FUZZ(input) {
    horo::takePredictions(horo::writeInput("predictions.csv", input));
}
