#include "core/chunking/row_sequence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace horo {

namespace {

Result<Rows> layerOf(const Arrays& capture, int64_t layer) {
    const Array* hidden = capture.find("hidden");
    if (!hidden || hidden->shape.size() != 3 || !hidden->fits())
        return inputError("the capture has no hidden (layers + 1 x n x d)",
                          "capture hidden states, or give them as an embedding");
    const auto layers = static_cast<int64_t>(hidden->shape[0]);
    if (layer >= layers)
        return inputError(fmt::format("the capture has {} layers, so none is layer {}", layers, layer),
                          fmt::format("set layer to 0 to {}, or -1 for the last", layers - 1));
    auto numbers = numbersOf(*hidden);
    if (!numbers) return numbers.error();
    Rows rows{hidden->shape[1], hidden->shape[2], {}};
    const size_t size = rows.count * rows.columns;
    const size_t first = size * static_cast<size_t>(layer < 0 ? layers - 1 : layer);
    rows.values.assign(numbers->begin() + static_cast<std::ptrdiff_t>(first),
                       numbers->begin() + static_cast<std::ptrdiff_t>(first + size));
    return rows;
}

Result<RowSequence> ofCapture(const Arrays& capture, int64_t layer) {
    auto rows = layerOf(capture, layer);
    if (!rows) return rows.error();
    const Array* tokens = capture.find("tokens");
    const auto* texts = tokens ? std::get_if<std::vector<std::string>>(&tokens->values) : nullptr;
    if (!texts || texts->size() != rows->count)
        return inputError(fmt::format("the capture has no tokens (texts) for its {} rows", rows->count),
                          "give a capture with tokens, or an embedding");
    auto sequence = TextSequence::ofTokens(*texts, "");
    if (!sequence) return sequence.error();
    return RowSequence{std::move(*rows), std::move(*sequence)};
}

Result<RowSequence> ofEmbedding(const Embedding& embedding) {
    auto sequence = TextSequence::ofTokens(embedding.items->names(), " ");
    if (!sequence) return sequence.error();
    return RowSequence{{embedding.rows(), embedding.columns(), embedding.vectors.toDouble()},
                       std::move(*sequence)};
}

}  // namespace

std::vector<Port> rowPorts() {
    return {{"embedding", {Kind::Embedding}, "rows in their order; or", false},
            {"capture", {Kind::Arrays}, "hidden states (hidden) and tokens of one input", false}};
}

Parameter layerParameter() {
    return integer("layer", "Layer", -1, -1, 1e6, "",
                   "Layer of the capture's hidden states; -1 is the last.");
}

Result<RowSequence> rowSequence(const Inputs& inputs, const Parameters& parameters) {
    const auto embedding = inputs.embedding("embedding");
    const auto capture = inputs.arrays("capture");
    if (!embedding == !capture)
        return usageError("rows come from one input, an embedding or a capture",
                          "add --in embedding=SOURCE or --in capture=SOURCE");
    auto sequence = embedding ? ofEmbedding(*embedding) : ofCapture(*capture, parameters.integer("layer"));
    if (!sequence) return sequence.error();
    const Rows& rows = sequence->rows;
    const auto wrong = std::ranges::find_if(rows.values, [](double x) { return !std::isfinite(x); });
    if (wrong != rows.values.end())
        return inputError(fmt::format("row {} has a number that is not finite",
                                      static_cast<size_t>(wrong - rows.values.begin()) / rows.columns),
                          "leave such rows out");
    return sequence;
}

Result<std::vector<double>> numbersOf(const Array& array) {
    return std::visit(
        [&](const auto& values) -> Result<std::vector<double>> {
            if constexpr (std::is_same_v<std::decay_t<decltype(values)>, std::vector<std::string>>)
                return inputError(fmt::format("the array {} holds texts", array.name), "give numbers");
            else
                return std::vector<double>(values.begin(), values.end());
        },
        array.values);
}

}  // namespace horo
