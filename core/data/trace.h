// One input on its way through a model: tokens or patches, the states between its layers, the attention of
// every head.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/export.h"

namespace horo {

/// Attention of one layer: what share of each query goes to each key. Rows sum to one over the allowed keys;
/// others are 0. May be asked by several threads at once.
class HOROCYCLE_EXPORT AttentionLayer {
public:
    virtual ~AttentionLayer();
    virtual size_t heads() const = 0;
    virtual size_t tokens() const = 0;
    /// Rows `first` to `first + count` of a head, columns `left` to `left + width`, into `cells` (count x
    /// width).
    virtual void read(size_t head, size_t first, size_t count, size_t left, size_t width,
                      float* cells) const = 0;
};

/// Every cell as a model or a file gave it.
class HOROCYCLE_EXPORT DenseAttention final : public AttentionLayer {
public:
    /// `cells`: heads x tokens x tokens.
    DenseAttention(size_t heads, size_t tokens, std::vector<float> cells);
    size_t heads() const override { return heads_; }
    size_t tokens() const override { return tokens_; }
    void read(size_t head, size_t first, size_t count, size_t left, size_t width,
              float* cells) const override;

private:
    size_t heads_, tokens_;
    std::vector<float> cells_;
};

/// Cells made when they are asked for: exp(scale q . k - logSumExp), exact without the rest of their row.
struct HOROCYCLE_EXPORT RecomputedAttention final : AttentionLayer {
    size_t headCount = 0, tokenCount = 0, width = 0;  ///< width = numbers of a head's query
    float scale = 1;
    bool causal = false;
    std::vector<float> queries, keys;  ///< heads x tokens x width, as they are multiplied (after rotation)
    std::vector<float> logSumExp;      ///< heads x tokens, of the scaled products over the allowed keys
    size_t heads() const override { return headCount; }
    size_t tokens() const override { return tokenCount; }
    void read(size_t head, size_t first, size_t count, size_t left, size_t width,
              float* cells) const override;
};

/// Attention inside windows of patches (Swin), never made dense: one block of one stage.
struct WindowedAttention {
    size_t stage = 0, block = 0;
    size_t windows = 0, heads = 0, size = 0;  ///< size = patches of a window
    std::vector<float> cells;                 ///< windows x heads x size x size
    std::vector<int64_t> positions;           ///< windows x size: patch of the stage, row by row; -1 = none
};

struct HOROCYCLE_EXPORT Trace {
    /// First byte and the byte behind the last one in `text`; 0 0 = a special token.
    using Offsets = std::pair<uint64_t, uint64_t>;
    enum class Mask { Full, Causal };

    std::string text;   ///< the input; empty where it was a picture or is not known
    std::string input;  ///< id of the row that went in
    std::vector<std::string>
        tokens;                    ///< n, in the vocabulary's spelling; "[CLS]", "patch 0 1"... of a picture
    std::vector<Offsets> offsets;  ///< n
    Mask mask = Mask::Full;
    size_t patchRows = 0, patchColumns = 0;  ///< of a picture; the last rows x columns tokens are its patches

    std::vector<size_t> layers;  ///< numbers of the layers in `attention`, ascending
    std::vector<std::shared_ptr<const AttentionLayer>> attention;
    std::vector<WindowedAttention> windows;  ///< instead of `attention` where a model attends in windows

    size_t states = 0, width = 0;  ///< model's layers + 1 states, each n x width; 0 = none
    std::vector<float> hidden;     ///< states x n x width; 0 = what enters the first block

    bool isSpecial(size_t token) const { return offsets[token].first == offsets[token].second; }
};

}  // namespace horo
