// A disk as a figure on white paper.
#pragma once

#include <QRgb>
#include <functional>
#include <memory>
#include <optional>

#include "core/colour/hierarchy_hues.h"
#include "core/data/workspace.h"
#include "core/geometry/entailment_cone.h"
#include "views/disk/DiskSubject.h"
#include "views/view/Figure.h"

namespace horo::views {

struct DiskFigureInput {
    DiskSubject subject;  ///< with the colours of paper
    DiskSettings settings;
    DiskAxes axes;
    const HierarchyHues* hues = nullptr;   ///< where colours tell branches
    std::string colourName;                ///< else: what they tell
    const Object* object = nullptr;        ///< the embedding with its provenance
    std::optional<EntailmentCones> cones;  ///< that of the focus is drawn
    bool laidOut = false;                  ///< a layout of the hierarchy, nothing trained
    std::function<double(uint32_t, uint32_t)> distance;
};

/// The same marks, arcs and names as on screen, with a scale of distances below the disk. Lengths are points.
Figure diskFigure(const DiskFigureInput& input);

}  // namespace horo::views
