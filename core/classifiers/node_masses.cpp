#include "core/classifiers/node_masses.h"

#include <algorithm>

namespace horo {

NodeMasses::NodeMasses(const ClassTree& tree, std::vector<Node> classes)
    : tree_(tree), classes_(std::move(classes)), own_(tree.size(), 0), masses_(tree.size(), 0) {}

void NodeMasses::assign(std::span<const double> row) {
    row_ = row;
    for (size_t c = 0; c < classes_.size(); ++c)
        own_[classes_[c]] = row[c];
    masses_ = own_;
    const auto order = tree_.tree().preorder();
    for (size_t i = order.size(); i-- > 1;)
        masses_[tree_.tree().parent(order[i])] += masses_[order[i]];
}

}  // namespace horo
