// Inputs and parameters that methods on classifiers share.
#pragma once

#include "core/classifiers/classifier_scores.h"
#include "core/method/method.h"

namespace horo {

/// Ports: predictions of one classifier, truth, the tree.
Port predictionsPort(std::string name, std::string help, bool required = true);
Port truthPort();
Port classTreePort();

Parameter normalizeParameter();
/// root, average, beta, closure.
std::vector<Parameter> scoreParameters();
ScoreOptions scoreOptions(const Parameters& parameters);

/// The classifier of that port; its samples in the order of `ids` where they are given. The place of an error
/// is the name of the port.
Result<Classified> classifiedFrom(const Inputs& inputs, const std::string& port, const ClassTree& tree,
                                  bool normalize, const std::vector<std::string>* ids = nullptr);
/// The truth of `ids`.
Result<Labels> truthFrom(const Inputs& inputs, const std::vector<std::string>& ids, const ClassTree& tree);

/// Three samples of a small tree, for the tests of methods.
Inputs sampleClassifierInputs(const std::vector<std::string>& classifiers);

}  // namespace horo
