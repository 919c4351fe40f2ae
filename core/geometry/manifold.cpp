#include "core/geometry/manifold.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "core/geometry/euclidean.h"
#include "core/geometry/lorentz.h"
#include "core/geometry/poincare.h"
#include "core/geometry/sphere.h"

namespace horo {
namespace {

using Point = Manifold::Point;
using Out = Manifold::Out;

constexpr std::array<std::string_view, 5> kindNames{"euclidean", "sphere", "poincare", "lorentz", "product"};

/// What is wrong with a curvature for this kind, or an empty text.
std::string_view curvatureFault(ManifoldKind kind, double curvature) {
    if (!std::isfinite(curvature)) return "the curvature is not a finite number";
    switch (kind) {
        case ManifoldKind::Sphere:
            return curvature > 0 ? "" : "a sphere has a positive curvature";
        case ManifoldKind::Poincare:
        case ManifoldKind::Lorentz:
            return curvature < 0 ? "" : "a hyperbolic space has a negative curvature";
        case ManifoldKind::Euclidean:
        case ManifoldKind::Product:
            break;
    }
    return "";
}

Manifold simple(ManifoldKind kind, double curvature) {
    return Manifold::create(kind, curvature).value();
}

Manifold manifoldOf(const Factor& factor) {
    return simple(factor.kind, factor.curvature);
}

template <class Row>
Row part(Row row, const Factor& factor) {
    return row.subspan(factor.first, factor.end - factor.first);
}

}  // namespace

std::string_view manifoldName(ManifoldKind kind) {
    return kindNames[static_cast<size_t>(kind)];
}

Result<ManifoldKind> manifoldFromName(std::string_view name) {
    const auto found = std::find(kindNames.begin(), kindNames.end(), name);
    if (found != kindNames.end()) return static_cast<ManifoldKind>(found - kindNames.begin());
    std::string advice = "use euclidean, sphere, poincare, lorentz or product";
    if (const auto nearest = nearestName(name, kindNames); !nearest.empty())
        advice = "did you mean " + std::string(nearest);
    return usageError("there is no manifold \"" + std::string(name) + "\"", advice);
}

Result<Manifold> Manifold::create(ManifoldKind kind, double curvature, std::vector<Factor> factors) {
    Manifold manifold;
    manifold.kind_ = kind;
    if (kind != ManifoldKind::Product) {
        if (const auto fault = curvatureFault(kind, curvature); !fault.empty())
            return inputError(std::string(fault), "give the sectional curvature K");
        manifold.curvature_ = kind == ManifoldKind::Euclidean ? 0 : curvature;
        return manifold;
    }
    std::sort(factors.begin(), factors.end(),
              [](const Factor& a, const Factor& b) { return a.first < b.first; });
    size_t column = 0;
    for (Factor& factor : factors) {
        const std::string place =
            "factor on columns " + std::to_string(factor.first) + " to " + std::to_string(factor.end);
        if (factor.first != column || factor.end <= factor.first)
            return inputError("the factors of the product overlap or leave gaps",
                              "let each begin where the one before it ends", place);
        if (factor.kind == ManifoldKind::Product)
            return inputError("a factor of a product is itself a product", "list its factors instead", place);
        if (factor.kind == ManifoldKind::Lorentz && factor.end - factor.first < 2)
            return inputError("a Lorentz factor needs a time and a space column", "widen it", place);
        if (const auto fault = curvatureFault(factor.kind, factor.curvature); !fault.empty())
            return inputError(std::string(fault), "give the sectional curvature K", place);
        if (factor.kind == ManifoldKind::Euclidean) factor.curvature = 0;
        column = factor.end;
    }
    if (factors.empty()) return inputError("a product without factors", "list its factors");
    manifold.factors_ = std::move(factors);
    return manifold;
}

Manifold Manifold::sphere(double curvature) {
    return simple(ManifoldKind::Sphere, curvature);
}
Manifold Manifold::poincare(double curvature) {
    return simple(ManifoldKind::Poincare, curvature);
}
Manifold Manifold::lorentz(double curvature) {
    return simple(ManifoldKind::Lorentz, curvature);
}
Manifold Manifold::product(std::vector<Factor> factors) {
    return create(ManifoldKind::Product, 0, std::move(factors)).value();
}

double Manifold::distance(Point x, Point y) const {
    switch (kind_) {
        case ManifoldKind::Euclidean:
            return std::sqrt(euclidean::squaredDistance(x, y));
        case ManifoldKind::Sphere:
            return sphere::distance(x, y, curvature_);
        case ManifoldKind::Poincare:
            return poincare::distance(x, y, curvature_);
        case ManifoldKind::Lorentz:
            return lorentz::distance(x, y, curvature_);
        case ManifoldKind::Product:
            break;
    }
    double squares = 0;
    for (const Factor& factor : factors_) {
        const double distance = manifoldOf(factor).distance(part(x, factor), part(y, factor));
        squares += distance * distance;
    }
    return std::sqrt(squares);
}

double Manifold::radius(Point x) const {
    switch (kind_) {
        case ManifoldKind::Euclidean:
            return euclidean::norm(x);
        case ManifoldKind::Poincare:
            return poincare::radius(x, curvature_);
        case ManifoldKind::Lorentz:
            return lorentz::radius(x, curvature_);
        case ManifoldKind::Sphere:
        case ManifoldKind::Product:
            break;
    }
    std::vector<double> pole(x.size());
    origin(pole);
    return distance(pole, x);
}

bool Manifold::contains(Point x) const {
    if (!std::all_of(x.begin(), x.end(), [](double value) { return std::isfinite(value); })) return false;
    constexpr double tolerance = 1e-6;
    switch (kind_) {
        case ManifoldKind::Euclidean:
            return true;
        case ManifoldKind::Sphere:
            return std::abs(curvature_ * euclidean::dot(x, x) - 1) <= 2 * tolerance;
        case ManifoldKind::Poincare:
            return poincare::gap(x, curvature_) > 0;
        case ManifoldKind::Lorentz: {
            // Relative to the time, since <x,x> itself is lost to rounding far from the apex.
            const double time = lorentz::time(x.subspan(1), curvature_);
            return std::abs(x[0] - time) <= tolerance * time;
        }
        case ManifoldKind::Product:
            break;
    }
    return std::all_of(factors_.begin(), factors_.end(),
                       [x](const Factor& factor) { return manifoldOf(factor).contains(part(x, factor)); });
}

void Manifold::origin(Out x) const {
    std::fill(x.begin(), x.end(), 0.0);
    if (kind_ == ManifoldKind::Sphere || kind_ == ManifoldKind::Lorentz)
        x[0] = 1 / std::sqrt(std::abs(curvature_));
    for (const Factor& factor : factors_)
        manifoldOf(factor).origin(part(x, factor));
}

double Manifold::inner(Point x, Point u, Point v) const {
    switch (kind_) {
        case ManifoldKind::Euclidean:
        case ManifoldKind::Sphere:
            return euclidean::dot(u, v);
        case ManifoldKind::Poincare: {
            const double scale = 2 / poincare::gap(x, curvature_);
            return scale * scale * euclidean::dot(u, v);
        }
        case ManifoldKind::Lorentz:
            return lorentz::inner(x, u, v, curvature_);
        case ManifoldKind::Product:
            break;
    }
    double sum = 0;
    for (const Factor& factor : factors_)
        sum += manifoldOf(factor).inner(part(x, factor), part(u, factor), part(v, factor));
    return sum;
}

void Manifold::exp(Point x, Point v, Out out) const {
    switch (kind_) {
        case ManifoldKind::Euclidean:
            for (size_t i = 0; i < x.size(); ++i)
                out[i] = x[i] + v[i];
            return;
        case ManifoldKind::Sphere:
            return sphere::exp(x, v, curvature_, out);
        case ManifoldKind::Poincare:
            return poincare::exp(x, v, curvature_, out);
        case ManifoldKind::Lorentz:
            return lorentz::exp(x, v, curvature_, out);
        case ManifoldKind::Product:
            break;
    }
    for (const Factor& factor : factors_)
        manifoldOf(factor).exp(part(x, factor), part(v, factor), part(out, factor));
}

void Manifold::log(Point x, Point y, Out out) const {
    switch (kind_) {
        case ManifoldKind::Euclidean:
            for (size_t i = 0; i < x.size(); ++i)
                out[i] = y[i] - x[i];
            return;
        case ManifoldKind::Sphere:
            return sphere::log(x, y, curvature_, out);
        case ManifoldKind::Poincare:
            return poincare::log(x, y, curvature_, out);
        case ManifoldKind::Lorentz:
            return lorentz::log(x, y, curvature_, out);
        case ManifoldKind::Product:
            break;
    }
    for (const Factor& factor : factors_)
        manifoldOf(factor).log(part(x, factor), part(y, factor), part(out, factor));
}

void Manifold::transport(Point x, Point y, Point v, Out out) const {
    switch (kind_) {
        case ManifoldKind::Euclidean:
            std::copy(v.begin(), v.end(), out.begin());
            return;
        case ManifoldKind::Sphere:
            return sphere::transport(x, y, v, curvature_, out);
        case ManifoldKind::Poincare:
            return poincare::transport(x, y, v, curvature_, out);
        case ManifoldKind::Lorentz:
            return lorentz::transport(x, y, v, curvature_, out);
        case ManifoldKind::Product:
            break;
    }
    for (const Factor& factor : factors_)
        manifoldOf(factor).transport(part(x, factor), part(y, factor), part(v, factor), part(out, factor));
}

void Manifold::geodesic(Point x, Point y, double t, Out out) const {
    // From the nearer end: what exp cannot hold near the rim then matters least.
    const bool fromY = t > 0.5;
    const Point start = fromY ? y : x;
    std::vector<double> velocity(x.size());
    log(start, fromY ? x : y, velocity);
    for (double& value : velocity)
        value *= fromY ? 1 - t : t;
    exp(start, velocity, out);
}

void mobiusAdd(Point x, Point y, double curvature, Out out) {
    poincare::add(x, y, poincare::gap(y, curvature), curvature, out);
}

void moveToOrigin(Point centre, Point x, double curvature, Out out) {
    std::vector<double> negative(centre.begin(), centre.end());
    for (double& value : negative)
        value = -value;
    mobiusAdd(negative, x, curvature, out);
}

void poincareToLorentz(Point ball, double curvature, Out out) {
    assert(out.size() == ball.size() + 1);
    const double gap = poincare::gap(ball, curvature);
    for (size_t i = 0; i < ball.size(); ++i)
        out[i + 1] = 2 * ball[i] / gap;
    out[0] = (2 - gap) / gap / std::sqrt(-curvature);
}

void lorentzToPoincare(Point hyperboloid, double curvature, Out out) {
    assert(hyperboloid.size() == out.size() + 1);
    const Point space = hyperboloid.subspan(1);
    const double scale = 1 + std::sqrt(-curvature) * lorentz::time(space, curvature);
    for (size_t i = 0; i < out.size(); ++i)
        out[i] = space[i] / scale;
}

}  // namespace horo
