#include "core/classifiers/predictions.h"

#include <fmt/format.h>

#include <cmath>
#include <numeric>
#include <unordered_set>

namespace horo {

namespace {

Result<void> requireDifferent(const std::vector<std::string>& ids) {
    std::unordered_set<std::string_view> seen;
    for (const auto& id : ids)
        if (!seen.insert(id).second)
            return inputError(fmt::format("the id '{}' stands twice", id), "give each sample its own id");
    return {};
}

Result<void> requireFinite(const ClassScores& scores, const std::vector<std::string>& ids) {
    for (size_t i = 0; i < scores.values.size(); ++i)
        if (!std::isfinite(scores.values[i]))
            return inputError(
                fmt::format("the score of '{}' for the sample '{}' is not finite",
                            scores.classes[i % scores.classes.size()], ids[i / scores.classes.size()]),
                "leave the sample out, or compute its scores again");
    return {};
}

Result<void> requireProbabilities(ClassScores& scores, const std::vector<std::string>& ids, bool normalize) {
    const size_t width = scores.classes.size();
    for (size_t row = 0; row < ids.size(); ++row) {
        const auto first = scores.values.begin() + static_cast<std::ptrdiff_t>(row * width);
        const auto last = first + static_cast<std::ptrdiff_t>(width);
        if (std::any_of(first, last, [](double p) { return p < 0; }))
            return inputError(fmt::format("a probability of the sample '{}' is negative", ids[row]),
                              "name the array `logits` if these are logits");
        const double sum = std::accumulate(first, last, 0.0);
        if (normalize && sum > 0)
            std::transform(first, last, first, [&](double p) { return p / sum; });
        else if (std::abs(sum - 1) > missedSum)
            return inputError(
                fmt::format("the probabilities of the sample '{}' add up to {:.6g}", ids[row], sum),
                "set normalize=true to divide each row by its sum, or name logits `logits`");
    }
    return {};
}

std::vector<std::string> picked(const std::vector<std::string>& texts, const std::vector<size_t>& samples) {
    std::vector<std::string> out;
    for (size_t i = 0; i < samples.size() && !texts.empty(); ++i)
        out.push_back(texts[samples[i]]);
    return out;
}

ClassScores picked(const ClassScores& scores, const std::vector<size_t>& samples) {
    const auto width = static_cast<std::ptrdiff_t>(scores.classes.size());
    ClassScores out{scores.classes, {}};
    for (const size_t sample : samples) {
        const auto row = scores.values.begin() + static_cast<std::ptrdiff_t>(sample) * width;
        out.values.insert(out.values.end(), row, row + width);
    }
    return out;
}

}  // namespace

Predictions Predictions::inOrder(const std::vector<size_t>& samples) const {
    Predictions out{picked(ids, samples), std::nullopt, {}, picked(labels, samples), picked(truth, samples)};
    if (probabilities) out.probabilities = picked(*probabilities, samples);
    for (const auto& level : levels)
        out.levels.push_back(picked(level, samples));
    return out;
}

Result<Predictions> Predictions::from(const Payload& payload, bool normalize) {
    const auto* arrays = std::get_if<std::shared_ptr<const Arrays>>(&payload);
    const auto* table = std::get_if<std::shared_ptr<const Table>>(&payload);
    if (!arrays && !table) return inputError("holds no predictions", "give an npz or a csv of them");
    auto read = arrays ? predictionsOf(**arrays) : predictionsOf(**table);
    if (!read) return read.error();
    if (read->ids.empty()) return inputError("there are no samples", "give a file with at least one");
    if (const auto different = requireDifferent(read->ids); !different) return different.error();
    for (const auto& level : read->levels)
        if (const auto finite = requireFinite(level, read->ids); !finite) return finite.error();
    if (!read->probabilities) return read;
    if (const auto finite = requireFinite(*read->probabilities, read->ids); !finite) return finite.error();
    if (const auto fit = requireProbabilities(*read->probabilities, read->ids, normalize); !fit)
        return fit.error();
    return read;
}

}  // namespace horo
