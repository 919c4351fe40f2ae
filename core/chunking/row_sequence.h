// Rows as what chunkers of vectors see: states of tokens, with the texts of the tokens.
#pragma once

#include "core/chunking/row_chunks.h"
#include "core/chunking/text_sequence.h"

namespace horo {

struct RowSequence {
    Rows rows;
    TextSequence tokens;
};

/// The inputs and the parameter that a chunker of rows declares: `embedding` or `capture`, and `layer`.
HOROCYCLE_EXPORT std::vector<Port> rowPorts();
HOROCYCLE_EXPORT Parameter layerParameter();

/// Rows of the embedding with the names of its items, or of one layer of the capture's `hidden` (layers + 1 x
/// n x d; -1 = the last) with its `tokens`. Error: neither or both are given; no rows; rows that are not
/// finite; a capture without that layer.
HOROCYCLE_EXPORT Result<RowSequence> rowSequence(const Inputs& inputs, const Parameters& parameters);

/// The numbers of an array of floats, doubles or integers in double precision. Error: it holds texts.
HOROCYCLE_EXPORT Result<std::vector<double>> numbersOf(const Array& array);

}  // namespace horo
