// The models of the hyperbolic plane that a disk view can draw.
#pragma once

#include <array>
#include <cmath>
#include <complex>
#include <optional>
#include <string_view>

namespace horo::views {

enum class DiskModel { Poincare, Klein, HalfPlane };

inline constexpr std::array<std::string_view, 3> diskModelNames{"poincare", "klein", "half-plane"};

/// From a point of the Poincare disk to where the model draws it, in radii of the disk and about its middle.
/// Klein: 2 p / (1 + |p|^2), where geodesics are straight. Half-plane: i (1 - i p) / (1 + i p), with the rim
/// as a level line and its topmost point at infinity; the middle of the disk stays the middle.
inline std::complex<double> inModel(DiskModel model, std::complex<double> p) {
    constexpr std::complex<double> i(0, 1);
    switch (model) {
        case DiskModel::Poincare:
            return p;
        case DiskModel::Klein:
            return 2.0 * p / (1 + std::norm(p));
        case DiskModel::HalfPlane: {
            // Far above the picture is far enough.
            const std::complex<double> below = 1.0 + i * p;
            return i * (1.0 - i * p) / (std::abs(below) > 1e-6 ? below : 1e-6) - i;
        }
    }
    return p;
}

/// Back to the Poincare disk; what lies outside of the model comes to its border or beyond.
inline std::complex<double> fromModel(DiskModel model, std::complex<double> m) {
    constexpr std::complex<double> i(0, 1);
    switch (model) {
        case DiskModel::Poincare:
            return m;
        case DiskModel::Klein: {
            const double squared = std::norm(m);
            return squared < 1 ? m / (1 + std::sqrt(1 - squared)) : m;
        }
        case DiskModel::HalfPlane: {
            const std::complex<double> w = m + i;
            return i * (w - i) / (w + i);
        }
    }
    return m;
}

/// Where the half-plane ends, in radii below the middle.
inline constexpr double halfPlaneEdge = -1;

inline std::optional<DiskModel> diskModelFromName(std::string_view name) {
    for (size_t k = 0; k < diskModelNames.size(); ++k)
        if (diskModelNames[k] == name) return static_cast<DiskModel>(k);
    return {};
}

}  // namespace horo::views
