// Spaces of constant curvature and their products.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/export.h"
#include "core/base/result.h"

namespace horo {

enum class ManifoldKind { Euclidean, Sphere, Poincare, Lorentz, Product };

HOROCYCLE_EXPORT std::string_view manifoldName(ManifoldKind kind);
HOROCYCLE_EXPORT Result<ManifoldKind> manifoldFromName(std::string_view name);

/// One factor of a product, on the columns [first, end).
struct Factor {
    ManifoldKind kind = ManifoldKind::Euclidean;
    double curvature = 0;
    size_t first = 0, end = 0;
    bool operator==(const Factor&) const = default;
};

/// A manifold with its maps. Points and tangent vectors are rows of coordinates in double precision:
/// Euclidean d numbers; sphere |x| = 1/sqrt(K); Poincare ball |x| < 1/sqrt(-K); Lorentz time first with
/// <x,x> = 1/K. K is the sectional curvature. Formulas: Nickel & Kiela 2017, 2018; Ganea et al. 2018;
/// written so that nothing cancels near the boundary (distances to 1e-9 wherever doubles hold the points).
class HOROCYCLE_EXPORT Manifold {
public:
    Manifold() = default;  ///< Euclidean
    static Manifold euclidean() { return {}; }
    static Manifold sphere(double curvature = 1);
    static Manifold poincare(double curvature = -1);
    static Manifold lorentz(double curvature = -1);
    static Manifold product(std::vector<Factor> factors);
    /// Error: the sign of the curvature does not suit the kind, factors overlap or leave gaps.
    static Result<Manifold> create(ManifoldKind kind, double curvature, std::vector<Factor> factors = {});

    ManifoldKind kind() const { return kind_; }
    double curvature() const { return curvature_; }
    const std::vector<Factor>& factors() const { return factors_; }
    bool isHyperbolic() const { return kind_ == ManifoldKind::Poincare || kind_ == ManifoldKind::Lorentz; }
    bool operator==(const Manifold&) const = default;

    using Point = std::span<const double>;
    using Out = std::span<double>;

    /// Geodesic distance.
    double distance(Point x, Point y) const;
    /// Distance to the origin: zero vector, the hyperboloid's apex, or the sphere's first pole.
    double radius(Point x) const;
    /// Finite, inside the rim or on the surface (relative tolerance 1e-6 of the constraint).
    bool contains(Point x) const;
    /// Writes the origin.
    void origin(Out x) const;
    /// Riemannian inner product of tangent vectors at x.
    double inner(Point x, Point u, Point v) const;
    /// Point reached from x by the geodesic with initial velocity v. `out` may alias x or v.
    void exp(Point x, Point v, Out out) const;
    /// Initial velocity at x of the geodesic that is at y at time 1.
    void log(Point x, Point y, Out out) const;
    /// Parallel transport of v from x to y along their geodesic.
    void transport(Point x, Point y, Point v, Out out) const;
    /// Point at share t of the geodesic from x to y.
    void geodesic(Point x, Point y, double t, Out out) const;

private:
    ManifoldKind kind_ = ManifoldKind::Euclidean;
    double curvature_ = 0;
    std::vector<Factor> factors_;
};

/// Moebius addition x (+) y in the ball of curvature K < 0 (Ganea et al. 2018, eq. 4).
HOROCYCLE_EXPORT void mobiusAdd(std::span<const double> x, std::span<const double> y, double curvature,
                                std::span<double> out);

/// Ball to hyperboloid, d to d + 1 numbers, and back. Curvature K < 0.
HOROCYCLE_EXPORT void poincareToLorentz(std::span<const double> ball, double curvature,
                                        std::span<double> out);
HOROCYCLE_EXPORT void lorentzToPoincare(std::span<const double> hyperboloid, double curvature,
                                        std::span<double> out);

/// The isometry of the ball of curvature K < 0 that moves `centre` to the origin, (-centre) (+) x. `out` may
/// alias x. (In the disk, see DiskIsometry, which also composes.)
HOROCYCLE_EXPORT void moveToOrigin(std::span<const double> centre, std::span<const double> x,
                                   double curvature, std::span<double> out);

}  // namespace horo
