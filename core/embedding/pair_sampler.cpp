#include "core/embedding/pair_sampler.h"

#include <algorithm>

namespace horo {

std::vector<TrainingPair> trainingPairs(const Closure& closure) {
    std::vector<TrainingPair> pairs;
    pairs.reserve(closure.pairCount());
    for (Node v = 0; v < closure.size(); ++v) {
        const auto ancestors = closure.ancestors(v);
        if (ancestors.size() + 1 == closure.size()) continue;
        for (const Node ancestor : ancestors)
            pairs.push_back({v, ancestor});
    }
    return pairs;
}

std::shared_ptr<const AliasTable> PairSampler::targetFrequencies(const Closure& closure) {
    std::vector<double> counts(closure.size(), 0);
    for (const Node ancestor : closure.flat())
        ++counts[ancestor];
    return std::make_shared<const AliasTable>(counts);
}

PairSampler::PairSampler(const Closure& closure, std::shared_ptr<const AliasTable> byTarget, uint64_t seed,
                         uint64_t stream)
    : closure_(closure), byTarget_(std::move(byTarget)), random_(seed, stream), mark_(closure.size(), 0) {}

void PairSampler::draw(const TrainingPair& pair, size_t strangers, Frequency frequency, uint32_t* out) {
    if (++current_ == 0) {  // all marks are used up
        std::fill(mark_.begin(), mark_.end(), uint8_t{0});
        current_ = 1;
    }
    out[0] = pair.node;
    out[1] = pair.ancestor;
    uint32_t* found = out + 2;
    mark_[pair.node] = current_;
    for (const Node ancestor : closure_.ancestors(pair.node))
        mark_[ancestor] = current_;
    const uint32_t nodes = static_cast<uint32_t>(mark_.size());
    size_t count = 0;
    for (size_t tries = 10 * strangers; tries > 0 && count < strangers; --tries) {
        const Node drawn = frequency == Frequency::Uniform ? random_.below(nodes) : byTarget_->draw(random_);
        if (!fresh(drawn)) continue;
        mark_[drawn] = current_;
        found[count++] = drawn;
    }
    if (count == 0) {  // strangers are rare: take the first one from a random place on
        Node drawn = random_.below(nodes);
        while (!fresh(drawn))
            drawn = drawn + 1 == nodes ? 0 : drawn + 1;
        found[count++] = drawn;
    }
    for (size_t i = count; i < strangers; ++i)
        found[i] = found[i - count];
}

}  // namespace horo
