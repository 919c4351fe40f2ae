#include "core/geometry/spherical_code.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace horo {
namespace {

double dot(const std::vector<double>& code, size_t i, size_t j, size_t dim) {
    double sum = 0;
    for (size_t k = 0; k < dim; ++k)
        sum += code[i * dim + k] * code[j * dim + k];
    return sum;
}

TEST(SphericalCode, KeepsItsAngle) {
    for (const size_t dim : {2u, 3u, 4u, 5u, 10u, 50u})
        for (const size_t count : {1u, 2u, 3u, 4u, 5u, 6u, 7u, 9u, 11u, 21u, 60u, 300u}) {
            const auto code = sphericalCode(count, dim);
            ASSERT_EQ(code.size(), count * dim);
            EXPECT_EQ(code[0], 1);
            double closest = -1;
            for (size_t i = 0; i < count; ++i) {
                EXPECT_NEAR(dot(code, i, i, dim), 1, 1e-13);
                for (size_t j = 0; j < i; ++j)
                    closest = std::max(closest, dot(code, i, j, dim));
            }
            const double angle = sphericalCodeAngle(count, dim);
            EXPECT_LE(closest, std::cos(angle) + 1e-9) << dim << " " << count;
            EXPECT_GT(angle, 0);
        }
}

TEST(SphericalCode, IsTheBestWhereThatIsKnown) {
    EXPECT_DOUBLE_EQ(sphericalCodeAngle(12, 2), std::numbers::pi / 6);
    EXPECT_NEAR(sphericalCodeAngle(4, 3), 1.9106332362490186, 1e-12);  // tetrahedron
    EXPECT_NEAR(sphericalCodeAngle(6, 3), std::numbers::pi / 2, 1e-12);
    EXPECT_NEAR(sphericalCodeAngle(8, 4), std::numbers::pi / 2, 1e-12);
}

TEST(SphericalCode, FillsTheSphereAtTheRightRate) {
    // The best angle of N points on the ordinary sphere is about sqrt(8 pi / (sqrt(3) N)) (Fejes Toth 1943).
    for (const size_t count : {50u, 665u, 5000u}) {
        const double best = std::sqrt(8 * std::numbers::pi / (std::sqrt(3.0) * static_cast<double>(count)));
        EXPECT_GT(sphericalCodeAngle(count, 3), 0.8 * best) << count;
    }
    // More dimensions give more room.
    EXPECT_GT(sphericalCodeAngle(665, 5), sphericalCodeAngle(665, 4));
    EXPECT_GT(sphericalCodeAngle(665, 10), sphericalCodeAngle(665, 5));
}

}  // namespace
}  // namespace horo
