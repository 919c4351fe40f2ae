#include "core/geometry/extended_points.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "core/base/random.h"
#include "core/geometry/extended_text.h"
#include "core/geometry/manifold.h"
#include "tests/core/geometry/precise.h"

namespace horo {
namespace {

using Points = std::shared_ptr<const ExtendedPoints>;

/// Points on one ray, at the given hyperbolic radii, of 2 columns.
Points onARay(const std::vector<double>& radii, size_t limbs) {
    ExtendedPoints::Limbs table{radii.size(), 2, limbs, std::vector<uint64_t>(radii.size() * 2 * limbs)};
    for (size_t i = 0; i < radii.size(); ++i) {
        // tanh(r / 2) = (1 - q) / (1 + q), and a direction of exactly (3, 4) / 5 up to the last place
        const double bits = -radii[i] / std::numbers::ln2, whole = std::floor(bits);
        const FixedPoint one(limbs + 1, 1.0),
            q(limbs + 1, ScaledDouble{std::exp2(bits - whole), static_cast<int64_t>(whole)});
        const FixedPoint r = (one - q) * reciprocal(one + q), fifth = reciprocal(FixedPoint(limbs + 1, 5.0));
        for (size_t j = 0; j < 2; ++j) {
            const FixedPoint x = r * fifth * FixedPoint(limbs + 1, j == 0 ? 3.0 : -4.0);
            for (size_t l = 0; l < limbs; ++l)
                table.values[(l * radii.size() + i) * 2 + j] =
                    x.limbs()[limbs + 1 - l] << 63 | x.limbs()[limbs - l] >> 1;
        }
    }
    return ExtendedPoints::create(std::move(table)).value();
}

/// The numbers of doubles with all their digits.
Points exactly(const std::vector<double>& values, size_t columns) {
    std::vector<std::string> texts;
    for (const double value : values)
        texts.push_back(fmt::format("{:.1100f}", value));
    return extendedFromTexts(values.size() / columns, columns, texts).value();
}

TEST(ExtendedPoints, AgreesWithQuadruplePrecision) {
    Random random(3);
    for (const size_t columns : {1u, 2u, 5u}) {
        std::vector<double> values;
        for (int i = 0; i < 60; ++i) {
            std::vector<double> row(columns);
            double norm = 0;
            for (double& x : row)
                x = random.normal(), norm += x * x;
            const double length = std::tanh(random.uniform() * 16);
            for (double& x : row)
                values.push_back(x * length / std::sqrt(norm));
        }
        const Points points = exactly(values, columns);
        for (size_t i = 0; i < 60; ++i)
            for (size_t j = 0; j < i; ++j) {
                const double wanted = precise::poincareDistance({values.data() + i * columns, columns},
                                                                {values.data() + j * columns, columns});
                EXPECT_NEAR(points->distance(i, j) / wanted, 1, 1e-14);
            }
        EXPECT_EQ(points->rounded().toDouble(), values);
    }
}

TEST(ExtendedPoints, MeasuresThousandsAlongARay) {
    const std::vector<double> radii{0, 1e-3, 1, 30, 40, 473.5, 473.625, 2604, 2604.0001};
    const Points points = onARay(radii, limbsForRadius(2605));
    for (size_t i = 0; i < radii.size(); ++i) {
        EXPECT_NEAR(points->radius(i), radii[i], 1e-12 * radii[i]);
        for (size_t j = 0; j < radii.size(); ++j) {
            const double wanted = std::abs(radii[i] - radii[j]);
            EXPECT_NEAR(points->distance(i, j), wanted, 1e-15 + 1e-12 * std::max(radii[i], radii[j]))
                << radii[i] << " " << radii[j];
            EXPECT_EQ(points->distance(i, j), points->distance(j, i));
        }
    }
    const Vectors rounded = points->rounded();
    for (size_t i = 0; i < radii.size(); ++i) {
        std::vector<double> row(2);
        rounded.copyRow(i, row);
        EXPECT_TRUE(Manifold::poincare().contains(row));
    }
}

TEST(ExtendedPoints, CentresOnAPointBeyondDoubles) {
    const std::vector<double> radii{0, 460, 473, 473.5, 474.25, 490};
    const Points points = onARay(radii, limbsForRadius(500));
    const Vectors seen = points->centredOn(3);
    for (size_t i = 0; i < radii.size(); ++i) {
        std::vector<double> row(2);
        seen.copyRow(i, row);
        const double along = std::tanh((radii[i] - 473.5) / 2);
        EXPECT_NEAR(row[0], .6 * along, 1e-13);  // the radii are doubles
        EXPECT_NEAR(row[1], -.8 * along, 1e-13);
        EXPECT_TRUE(Manifold::poincare().contains(row));
        if (std::abs(along) < .9999999) {
            EXPECT_NEAR(Manifold::poincare().radius(row), points->distance(i, 3), 1e-7);
        }
    }
}

TEST(ExtendedPoints, CentringIsTheIsometryOfDoublesWhereTheseSuffice) {
    Random random(5);
    std::vector<double> values;
    for (int i = 0; i < 40; ++i) {
        const double angle = random.uniform() * 7, length = std::tanh(random.uniform() * 4);
        values.insert(values.end(), {length * std::cos(angle), length * std::sin(angle)});
    }
    const Points points = exactly(values, 2);
    for (size_t a = 0; a < 40; a += 7) {
        const Vectors seen = points->centredOn(a);
        const DiskIsometry move = DiskIsometry::toOrigin({values[2 * a], values[2 * a + 1]});
        for (size_t i = 0; i < 40; ++i) {
            const Complex wanted = move({values[2 * i], values[2 * i + 1]});
            EXPECT_NEAR(std::abs(Complex(seen.at(i, 0), seen.at(i, 1)) - wanted), 0, 1e-11);
        }
    }
}

TEST(ExtendedPoints, ChangesThePictureWithoutAJump) {
    const std::vector<double> radii{0, 470, 473, 473.5, 474.25, 477};
    const Points points = onARay(radii, limbsForRadius(500));
    for (const size_t from : {2u, 3u, 5u})
        for (const size_t to : {1u, 3u, 4u}) {
            const Vectors before = points->centredOn(from), after = points->centredOn(to);
            const auto change = points->change(from, to);
            ASSERT_TRUE(change);
            for (size_t i = 1; i < radii.size(); ++i) {
                const Complex moved = (*change)({before.at(i, 0), before.at(i, 1)});
                EXPECT_NEAR(std::abs(moved - Complex(after.at(i, 0), after.at(i, 1))), 0, 1e-12);
            }
        }
    EXPECT_FALSE(points->change(0, 3));
}

TEST(ExtendedPoints, PicksRows) {
    const Points points = onARay({0, 1, 50, 300}, 8);
    const std::vector<size_t> rows{3, 1};
    const Points some = points->subset(rows);
    EXPECT_EQ(some->rows(), 2u);
    EXPECT_EQ(some->distance(0, 1), points->distance(3, 1));
    EXPECT_EQ(some->radius(0), points->radius(3));
}

TEST(ExtendedText, ComesBackExactly) {
    Random random(11);
    for (const size_t limbs : {1u, 2u, 3u, 12u, 60u}) {
        ExtendedPoints::Limbs table{20, 2, limbs, std::vector<uint64_t>(40 * limbs)};
        for (uint64_t& limb : table.values)
            limb = random();
        for (size_t i = 0; i < 40; ++i)  // within +-1/2
            table.values[i] = static_cast<uint64_t>(static_cast<int64_t>(table.values[i]) >> 1);
        for (size_t l = 0; l < limbs; ++l)
            table.values[l * 40] = l + 1 == limbs ? 1 : 0;  // the least number
        const Points points = ExtendedPoints::create(table).value();
        const auto texts = decimalTexts(*points);
        const Points back = extendedFromTexts(20, 2, texts).value();
        EXPECT_TRUE(*back == *points) << limbs << " " << back->limbs();
        EXPECT_EQ(decimalTexts(*back), texts);
    }
}

TEST(ExtendedText, ReadsWhatPeopleWrite) {
    const std::vector<std::string> texts{"0.5",       "-.25",   "+0",  "1.5e-3", "12e-2",
                                         "0.0005E+3", "00.125", "-0.", "5e-1"};
    const Points points = extendedFromTexts(9, 1, texts).value();
    EXPECT_EQ(points->rounded().toDouble(), (std::vector<double>{.5, -.25, 0, .0015, .12, .5, .125, 0, .5}));
}

TEST(ExtendedText, RefusesWithOneClearError) {
    const auto errorOf = [](std::vector<std::string> texts, size_t rows = 1, size_t columns = 2) {
        const auto read = extendedFromTexts(rows, columns, texts);
        return read.ok() ? std::string() : read.error().text();
    };
    for (const char* bad : {"", "-", ".", "x", "0.1x", "nan", "inf", "1", "-1", "1e3", "0.5e", "1.5.2",
                            "0x1p-3", "--0.1", "0.1e99999999999999999999", "\xff", "1e1"})
        EXPECT_NE(errorOf({"0.1", bad}).find("no decimal number"), std::string::npos) << bad;
    EXPECT_NE(errorOf({"0.1", "0.2", "0.3"}).find("3 extended coordinates"), std::string::npos);
    EXPECT_NE(errorOf({"0", "0", "0.8", "0.61"}, 2).find("row 1"), std::string::npos);
    EXPECT_NE(errorOf({"0.8", "0.7"}).find("rim"), std::string::npos);
    EXPECT_NE(errorOf({"0.8", "0." + std::string(200000, '1')}).find("digits"), std::string::npos);
    EXPECT_NE(errorOf({"0.8", "1e-900000"}).find("digits"), std::string::npos);
    EXPECT_EQ(errorOf({"0.8", "0." + std::string(1000, '5')}), "");
}

}  // namespace
}  // namespace horo
