// The loss of pairs as tensors. For files of this folder only: it brings in LibTorch.
#pragma once

#include <ATen/ATen.h>

#include "core/geometry/manifold.h"

namespace horo {

/// `u` [pairs, 1, dim] and `candidates` [pairs, 1 + strangers, dim], the ancestor first; ball rows for a
/// hyperbolic manifold. Returns [pairs]: d(u, ancestor) + log sum exp(-d(u, candidate)).
inline at::Tensor pairLoss(ManifoldKind manifold, const at::Tensor& u, const at::Tensor& candidates) {
    const at::Tensor squares = (u - candidates).square().sum(-1);
    at::Tensor distance;
    if (manifold == ManifoldKind::Euclidean) {
        distance = squares.clamp_min(1e-16).sqrt();
    } else {
        const at::Tensor gaps = (1 - u.square().sum(-1)) * (1 - candidates.square().sum(-1));
        const at::Tensor y = (2 * squares / gaps).clamp_min(1e-16);  // cosh d - 1
        distance = at::log1p(y + (y * (y + 2)).sqrt());
    }
    return distance.select(1, 0) + at::logsumexp(-distance, 1);
}

}  // namespace horo
