// A ruler as ink: the whole text, ticks, characters, numbers as bars, and one line for each way to cut.
#pragma once

#include <QRectF>
#include <optional>
#include <vector>

#include "core/data/arrays.h"
#include "views/ruler/RulerLetters.h"
#include "views/ruler/RulerScale.h"
#include "views/ruler/RulerTrack.h"
#include "views/theme/Theme.h"

class QPainter;

namespace horo::views {

/// A number for each byte, such as the entropy of what comes next.
struct RulerBars {
    QString name, remark;
    std::shared_ptr<const Arrays> arrays;  ///< keeps the values alive
    const std::vector<double>* values = nullptr;
    double most = 1;
};

struct RulerSubject {
    std::shared_ptr<const Text> text;
    std::vector<RulerBars> bars;
    std::vector<RulerTrack> tracks;
};

/// A unit that is pointed at or chosen: a line of the ruler and a unit of it.
struct RulerPlace {
    size_t track = 0, unit = 0;
    bool operator==(const RulerPlace&) const = default;
};

struct RulerMarks {
    std::optional<RulerPlace> hovered, chosen;
    std::optional<double> line;         ///< byte under the pointer
    std::vector<uint64_t> occurrences;  ///< first bytes of the units with the chosen label
    UnitColour colour = UnitColour::Bits;
};

/// Where the parts of a ruler stand; pixels.
struct RulerLayout {
    static constexpr double names = 148, right = 16;
    QRectF overview, ticks, text;
    std::vector<QRectF> bars, tracks;

    static RulerLayout of(const RulerSubject& subject, QSizeF size);
    /// The line at a place, if it is one that is cut.
    std::optional<size_t> trackAt(double y) const;
};

void paintRuler(QPainter& painter, const RulerSubject& subject, const RulerScale& scale,
                const RulerLayout& layout, const RulerMarks& marks, const RulerFonts& fonts,
                const Theme& theme);

}  // namespace horo::views
