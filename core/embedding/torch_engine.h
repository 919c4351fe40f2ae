// The taxonomy engine that libhorocycle-torch offers.
#pragma once

#include "core/embedding/taxonomy_engine.h"

namespace horo {

/// Makes an engine that trains in large batches with LibTorch on `device` ("cpu" or "cuda"). Error: the
/// device cannot be used (the reason).
using TorchEngineMaker = Result<std::unique_ptr<TaxonomyEngine>> (*)(const Hierarchy& hierarchy,
                                                                     const Closure& closure,
                                                                     const TaxonomyOptions& options,
                                                                     const std::string& device);

/// Called by libhorocycle-torch as it is opened.
HOROCYCLE_EXPORT void enterTorchEngine(TorchEngineMaker maker);

/// Opens libhorocycle-torch and makes the engine.
Result<std::unique_ptr<TaxonomyEngine>> makeTorchEngine(const Hierarchy& hierarchy, const Closure& closure,
                                                        const TaxonomyOptions& options,
                                                        const std::string& device);

}  // namespace horo
