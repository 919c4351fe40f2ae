// Segmentations: what is read is written and read back the same.
#include "core/io/segmentation_file.h"
#include "tests/fuzz/fuzz.h"

using namespace horo;

HOROCYCLE_FUZZ(input) {
    const auto read = segmentationFromText(input, "input");
    if (!read) return;
    if (!requireNested(*read)) std::abort();
    const auto again = segmentationFromText(segmentationText(*read), "written");
    if (!again || again->levels.size() != read->levels.size()) std::abort();
}
