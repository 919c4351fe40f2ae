// Axes that grow in steps of 1, 2 and 5.
#pragma once

#include <QtCore/QString>

#include <vector>

namespace horo::views {

/// The ends of an axis and the distance of its ticks.
struct AxisSteps {
    double first = 0, last = 1, step = .5;

    /// At most `most` ticks a step apart that is 1, 2 or 5 times a power of ten; the ends lie on fifths of a
    /// step, so that an axis that grows does so in few, even jumps. An empty range is widened.
    static AxisSteps covering(double least, double greatest, int most);
    /// Exactly these ends; 0 to 1 is cut into quarters.
    static AxisSteps between(double first, double last, int most);

    bool covers(double least, double greatest) const { return first <= least && greatest <= last; }
    /// Multiples of the step from `first` to `last`.
    std::vector<double> ticks() const;
    /// A tick with as many decimals as the step needs.
    QString text(double tick) const;

    bool operator==(const AxisSteps&) const = default;
};

}  // namespace horo::views
