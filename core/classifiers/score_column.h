// A score as what each sample adds to it, so that resampling needs no second look at the predictions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/export.h"

namespace horo {

/// Sums of numerators and denominators over samples make the score; 0/0 is 0 inside a group.
struct HOROCYCLE_EXPORT ScoreColumn {
    enum class Combine {
        Ratio,            ///< sum of numerators / sum of denominators
        MeanOfGroups,     ///< mean over groups that have a sample of their ratio
        AbsoluteOfGroups  ///< sum over groups of |sum of numerators| / sum of denominators
    };

    std::string key, convention, unit;
    std::string undefined;  ///< why there is no such score; empty where there is
    Combine combine = Combine::Ratio;
    std::vector<double> numerators, denominators;  ///< one a sample
    std::vector<uint32_t> groups;                  ///< one a sample, where combined by group
    bool zeroOverZero = false;                     ///< a ratio of nothing is 0, else not defined

    /// What a group adds up to.
    struct Sums {
        double numerator = 0, denominator = 0, samples = 0;
    };

    size_t samples() const { return numerators.size(); }
    size_t groupCount() const;
    /// By group, each sample as often as its weight says (0 or more).
    std::vector<Sums> sums(std::span<const double> weights) const;
    /// The score that sums make; none where it is not defined.
    std::optional<double> combined(std::span<const Sums> sums) const;
    /// Of all samples.
    std::optional<double> value() const;
};

}  // namespace horo
