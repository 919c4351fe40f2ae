// What a curve chart shows, as plain values.
#pragma once

#include <QtCore/QPointF>
#include <QtCore/QString>

#include <optional>
#include <vector>

#include "views/chart/AxisSteps.h"
#include "views/theme/Tokens.h"

namespace horo::views {

/// One curve of a run that may still go on.
struct Curve {
    /// A place on the x axis with a name, for example where the burn-in ends.
    struct Mark {
        double x = 0;
        QString text;
    };

    QString title{};                     ///< stands above, in the colour of the line
    Token token = Token::Accent;         ///< colour of the line
    bool dots = false;                   ///< a dot at each point, for curves that are measured now and then
    std::optional<double> from{}, to{};  ///< fixed ends of the y axis, for example 0 and 1
    std::optional<double> end{};         ///< where x ends when all is done; what is missing is shaded
    std::vector<Mark> marks{};
    int digits = 3;                 ///< significant digits of the value at the end
    std::vector<QPointF> points{};  ///< x rises; a point that is not finite leaves a gap
};

/// The axes of a curve.
struct CurveScale {
    AxisSteps x, y;

    /// The axes that `before` has, grown where the curve does not fit any more: they never shrink or move
    /// while a run goes on.
    static CurveScale fitting(const Curve& curve, const std::optional<CurveScale>& before = std::nullopt);
};

}  // namespace horo::views
