// How a disk is shown: plain values that sessions store and figures read.
#pragma once

#include <complex>
#include <nlohmann/json.hpp>
#include <string>

#include "views/disk/DiskModel.h"

namespace horo::views {

/// Where the disk is looked at from: `point` of the unit disk (K = -1) stands in the middle, and the picture
/// is turned by `turn` radians afterwards.
struct DiskCentre {
    std::complex<double> point{0, 0};
    double turn = 0;
    bool operator==(const DiskCentre&) const = default;
};

struct DiskSettings {
    DiskModel model = DiskModel::Poincare;
    DiskCentre centre;
    /// Name of the item that `centre` is told from, where rows have more digits than doubles; empty = the
    /// origin.
    std::string anchor;
    static constexpr double leastScale = .002;
    double scale = 0.36;            ///< s of the displayed radius tanh(s rho / 2); 1 is isometric
    double zoom = 1;                ///< radius of the rim over half of the shorter side less its margin
    double panX = 0, panY = 0;      ///< middle of the disk off the middle of the view, in radii of the rim
    std::string colour = "branch";  ///< "branch", "depth", "radius", "none" or "report:KEY"
    int level = 2;                  ///< level whose branches get hues
    std::string projection = "principal";  ///< of more than two dimensions: "principal" or "axes"
    int axisX = 0, axisY = 1;              ///< columns that "axes" shows
    bool edges = true, labels = true, rings = true;
    bool extraParents = false;  ///< edges outside the spanning tree, dashed
    bool ruler = false, horocycle = false;
    bool sharedCamera = true;  ///< follows the other disks, and they follow
    bool circle = false;       ///< about the focus, through the item the ruler starts at
    std::string rulerFrom;     ///< name of the item the ruler starts at; it ends at the focus
    double curvature = -1;     ///< K of the space that a hierarchy is laid out in, with edges of length 1

    bool operator==(const DiskSettings&) const = default;
};

/// Missing or ill-typed keys keep their defaults; numbers are brought into their ranges.
DiskSettings diskSettingsFromJson(const nlohmann::json& json);
nlohmann::json toJson(const DiskSettings& settings);

}  // namespace horo::views
