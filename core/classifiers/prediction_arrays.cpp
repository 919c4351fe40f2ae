// Predictions as named arrays: what training scripts save with numpy.savez.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/classifiers/predictions.h"

namespace horo {

namespace {

using Texts = std::vector<std::string>;

Result<Texts> textsOf(const Array& array) {
    if (const auto* texts = std::get_if<Texts>(&array.values)) return *texts;
    if (const auto* numbers = std::get_if<std::vector<int64_t>>(&array.values)) {
        Texts spelled;
        for (const int64_t number : *numbers)
            spelled.push_back(std::to_string(number));
        return spelled;
    }
    return inputError(fmt::format("the array `{}` holds no texts", array.name), "save it as texts");
}

/// A table of scores with the names of its columns.
Result<ClassScores> scoresOf(const Arrays& arrays, const Array& array, const std::string& namesOfClasses) {
    if (array.shape.size() != 2 || !array.fits() || std::holds_alternative<Texts>(array.values))
        return inputError(fmt::format("the array `{}` is no table of numbers", array.name),
                          "save it as samples x classes");
    const Array* classes = arrays.find(namesOfClasses);
    if (!classes)
        return inputError(
            fmt::format("the columns of `{}` have no names, so their order is in doubt", array.name),
            fmt::format("save the names of the classes in that order as `{}`, or name a file of them, one a "
                        "line, by ?classes=FILE",
                        namesOfClasses));
    auto names = textsOf(*classes);
    if (!names) return names.error();
    if (names->size() != array.shape[1])
        return inputError(fmt::format("`{}` has {} columns and `{}` {} names", array.name, array.shape[1],
                                      namesOfClasses, names->size()),
                          "give each column one name");
    if (names->empty()) return inputError(fmt::format("`{}` has no columns", array.name), "save scores");
    ClassScores scores{std::move(*names), {}};
    std::visit(
        [&](const auto& values) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(values)>, Texts>)
                for (const auto value : values)
                    scores.values.push_back(static_cast<double>(value));
        },
        array.values);
    return scores;
}

void softmax(ClassScores& logits) {
    const auto width = static_cast<std::ptrdiff_t>(logits.classes.size());
    for (auto row = logits.values.begin(); row != logits.values.end(); row += width) {
        const double largest = *std::max_element(row, row + width);
        double sum = 0;
        for (auto x = row; x != row + width; ++x)
            sum += * x = std::exp(*x - largest);
        for (auto x = row; x != row + width; ++x)
            *x /= sum;
    }
}

/// True labels; whole numbers count the classes.
Result<Texts> truthOf(const Array& y, const ClassScores* scores) {
    const auto* numbers = std::get_if<std::vector<int64_t>>(&y.values);
    if (!numbers || !scores) return textsOf(y);
    Texts labels;
    for (const int64_t number : *numbers) {
        if (number < 0 || static_cast<size_t>(number) >= scores->classes.size())
            return inputError(
                fmt::format("the true label {} counts beyond the {} classes", number, scores->classes.size()),
                "let `y` hold names, or places in `classes` from 0");
        labels.push_back(scores->classes[static_cast<size_t>(number)]);
    }
    return labels;
}

}  // namespace

Result<Predictions> predictionsOf(const Arrays& arrays) {
    Predictions out;
    const Array *probs = arrays.find("probs"), *logits = arrays.find("logits");
    size_t samples = 0;
    if (probs || logits) {
        auto scores = scoresOf(arrays, probs ? *probs : *logits, "classes");
        if (!scores) return scores.error();
        if (!probs) softmax(*scores);
        samples = scores->values.size() / scores->classes.size();
        out.probabilities = std::move(*scores);
    }
    for (size_t level = 0; !out.probabilities; ++level) {
        const Array* array = arrays.find(fmt::format("level_{}", level));
        if (!array) break;
        auto scores = scoresOf(arrays, *array, fmt::format("classes_{}", level));
        if (!scores) return scores.error();
        const size_t rows = array->shape[0];
        if (level > 0 && rows != samples)
            return inputError(fmt::format("`level_{}` has {} samples, `level_0` {}", level, rows, samples),
                              "give all levels the same samples");
        samples = rows;
        out.levels.push_back(std::move(*scores));
    }
    const Array* labels = arrays.find("labels");
    if (labels && !out.probabilities && out.levels.empty()) {
        auto texts = textsOf(*labels);
        if (!texts) return texts.error();
        samples = texts->size();
        out.labels = std::move(*texts);
    }
    const Array *ids = arrays.find("ids"), *y = arrays.find("y");
    if (!out.probabilities && out.levels.empty() && out.labels.empty() && !y)
        return inputError("holds neither `probs`, `logits`, `level_0` nor `labels`",
                          "save one of these, with `classes` and `ids`");
    if (y) {
        auto truth = truthOf(*y, out.probabilities    ? &*out.probabilities
                                 : out.levels.empty() ? nullptr
                                                      : &out.levels.back());
        if (!truth) return truth.error();
        out.truth = std::move(*truth);
        if (!out.probabilities && out.levels.empty() && out.labels.empty()) samples = out.truth.size();
    }
    if (ids) {
        auto names = textsOf(*ids);
        if (!names) return names.error();
        out.ids = std::move(*names);
    } else {
        for (size_t i = 0; i < samples; ++i)
            out.ids.push_back(std::to_string(i));
    }
    if (out.ids.size() != samples || (y && out.truth.size() != samples))
        return inputError(fmt::format("there are {} samples, {} ids and {} true labels", samples,
                                      out.ids.size(), out.truth.size()),
                          "give each sample one id and one label");
    return out;
}

}  // namespace horo
