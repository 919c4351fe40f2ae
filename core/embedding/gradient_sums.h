// Gradients of the rows that a batch touches.
#pragma once

#include <algorithm>
#include <vector>

#include "core/embedding/shared_rows.h"

namespace horo {

/// For one thread. The first touch of a row copies it, so that all gradients of a batch are taken at one
/// state.
class GradientSums {
public:
    explicit GradientSums(const SharedRows& rows) : rows_(rows), slotOf_(rows.rows(), none) {}

    /// The place of a row among those touched; both its parts have dim numbers.
    size_t touch(uint32_t row) {
        if (slotOf_[row] != none) return slotOf_[row];
        const size_t slot = touched_.size(), dim = rows_.dim();
        slotOf_[row] = static_cast<uint32_t>(slot);
        touched_.push_back(row);
        if (values_.size() < (slot + 1) * dim)
            values_.resize(2 * (slot + 1) * dim), sums_.resize(values_.size());
        rows_.load(row, values_.data() + slot * dim);
        std::fill_n(sums_.begin() + static_cast<ptrdiff_t>(slot * dim), dim, 0.0);
        return slot;
    }
    std::span<const double> row(size_t slot) const {
        return {values_.data() + slot * rows_.dim(), rows_.dim()};
    }
    std::span<double> sum(size_t slot) { return {sums_.data() + slot * rows_.dim(), rows_.dim()}; }
    /// Rows in the order in which they were touched.
    const std::vector<uint32_t>& touched() const { return touched_; }
    void clear() {
        for (const uint32_t row : touched_)
            slotOf_[row] = none;
        touched_.clear();
    }

private:
    static constexpr uint32_t none = ~uint32_t{0};
    const SharedRows& rows_;
    std::vector<uint32_t> slotOf_, touched_;
    std::vector<double> values_, sums_;
};

}  // namespace horo
