// The test of neighbours that both learners make.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/chunking/learned_units.h"
#include "core/chunking/pair_table.h"

namespace horo {

namespace {

/// Probability of so large a chi-square of a 2 x 2 table; 1 where the pair is rarer than by chance.
double chanceOf(double both, double left, double right, double all, int degreesOfFreedom) {
    if (both * all <= left * right) return 1;
    const double spread = left * right * (all - left) * (all - right);
    if (spread <= 0) return 1;
    const double difference = both * all - left * right;
    const double square = all * difference * difference / spread;
    return degreesOfFreedom == 1 ? std::erfc(std::sqrt(square / 2)) : std::exp(-square / 2);
}

}  // namespace

std::vector<LikelyPair> likelyPairs(std::span<const uint32_t> units, std::span<const double> lengths,
                                    const LearningRules& rules) {
    std::vector<LikelyPair> pairs;
    if (units.size() < 2) return pairs;
    PairTable numbers;
    std::vector<double> asLeft(lengths.size()), asRight(lengths.size());
    double length = lengths[units[0]];
    for (size_t i = 0; i + 1 < units.size(); ++i) {
        uint32_t& number = numbers.at(units[i], units[i + 1]);
        if (number == PairTable::none) {
            number = static_cast<uint32_t>(pairs.size());
            pairs.push_back({units[i], units[i + 1], 0, 0});
        }
        ++pairs[number].count;
        ++asLeft[units[i]];
        ++asRight[units[i + 1]];
        length += lengths[units[i + 1]];
    }
    const double all = static_cast<double>(units.size() - 1);
    const double meanLength = length / static_cast<double>(units.size());
    std::erase_if(pairs, [&](const LikelyPair& pair) {
        return pair.count < rules.leastCount ||
               chanceOf(static_cast<double>(pair.count), asLeft[pair.left], asRight[pair.right], all,
                        rules.degreesOfFreedom) >= rules.significance;
    });
    for (LikelyPair& pair : pairs)
        pair.rank = (lengths[pair.left] + lengths[pair.right]) /
                    (-meanLength * std::log(static_cast<double>(pair.count) / all));
    std::ranges::sort(pairs, [](const LikelyPair& a, const LikelyPair& b) {
        return std::tuple(-a.rank, a.left, a.right) < std::tuple(-b.rank, b.left, b.right);
    });
    return pairs;
}

}  // namespace horo
