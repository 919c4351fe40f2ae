// The tree of Fashion-MNIST, and probabilities on its leaves.
#pragma once

#include "core/base/random.h"
#include "core/classifiers/classified.h"
#include "core/io/reader.h"

namespace horo {

inline std::shared_ptr<const Hierarchy> fashionHierarchy() {
    return std::get<std::shared_ptr<const Hierarchy>>(
        openSource("fashion-mnist:tree", {Kind::Hierarchy})->payload);
}

inline ClassTree fashionTree() {
    return *ClassTree::create(fashionHierarchy());
}

/// "0" to "9".
inline std::vector<std::string> digits() {
    std::vector<std::string> names;
    for (int digit = 0; digit < 10; ++digit)
        names.push_back(std::to_string(digit));
    return names;
}

/// Probabilities of ten leaves; `sharpness` 1 is flat, more is surer.
inline std::vector<double> drawnProbabilities(Random& random, size_t rows, double sharpness = 4) {
    std::vector<double> values;
    for (size_t i = 0; i < rows; ++i) {
        std::vector<double> row(10);
        double sum = 0;
        for (double& p : row)
            sum += p = std::pow(random.uniform(), sharpness);
        for (const double p : row)
            values.push_back(p / sum);
    }
    return values;
}

inline Payload asPayload(std::vector<double> values, std::vector<std::string> classes = digits()) {
    const size_t rows = values.size() / classes.size(), width = classes.size();
    return std::make_shared<const Arrays>(
        Arrays{{{"probs", {rows, width}, std::move(values)}, {"classes", {width}, std::move(classes)}}});
}

}  // namespace horo
