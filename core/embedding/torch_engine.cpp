#include "core/embedding/torch_engine.h"

#include <atomic>

#include "core/base/torch_library.h"

namespace horo {
namespace {

std::atomic<TorchEngineMaker> entered{nullptr};

}  // namespace

void enterTorchEngine(TorchEngineMaker maker) {
    entered = maker;
}

Result<std::unique_ptr<TaxonomyEngine>> makeTorchEngine(const Hierarchy& hierarchy, const Closure& closure,
                                                        const TaxonomyOptions& options,
                                                        const std::string& device) {
    if (!entered)
        if (const auto open = openTorchLibrary(); !open) return open.error();
    const TorchEngineMaker maker = entered;
    if (!maker) return programError("libhorocycle-torch was opened but offers no engine");
    return maker(hierarchy, closure, options, device);
}

}  // namespace horo
