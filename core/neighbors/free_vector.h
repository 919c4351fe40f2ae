// A point of a space that somebody writes down.
#pragma once

#include <string_view>
#include <vector>

#include "core/data/embedding.h"

namespace horo {

/// The point that a text names: as many numbers as the embedding has columns, parted by blanks or commas, in
/// brackets or not; the name of a row; or rows of a flat space added and subtracted, "king - man + woman",
/// with blanks around the signs (Mikolov et al. 2013). Errors: another count of numbers, a name that is no
/// row, rows of a curved space added up, a point outside the space.
HOROCYCLE_EXPORT Result<std::vector<double>> freeVector(const Embedding& embedding, std::string_view text);

/// The rows that the text names, whom nobody looks for among the nearest; none where it holds numbers.
HOROCYCLE_EXPORT std::vector<size_t> rowsNamedIn(const Embedding& embedding, std::string_view text);

}  // namespace horo
