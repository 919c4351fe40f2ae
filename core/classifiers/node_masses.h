// The probability of every node of one sample.
#pragma once

#include <span>
#include <vector>

#include "core/classifiers/class_tree.h"

namespace horo {

/// P(v) = the probabilities of all classes at or below v; an inner class keeps its own mass.
class HOROCYCLE_EXPORT NodeMasses {
public:
    /// `classes` = the node of each column. Holds nothing before `assign`. The tree must live on.
    NodeMasses(const ClassTree& tree, std::vector<Node> classes);

    /// The probabilities of one sample, one a column.
    void assign(std::span<const double> row);

    const ClassTree& tree() const { return tree_; }
    const std::vector<Node>& classes() const { return classes_; }
    std::span<const double> row() const { return row_; }
    double operator[](Node v) const { return masses_[v]; }
    double own(Node v) const { return own_[v]; }
    double total() const { return masses_[tree_.root()]; }

private:
    const ClassTree& tree_;
    std::vector<Node> classes_;
    std::span<const double> row_;
    std::vector<double> own_, masses_;
};

}  // namespace horo
