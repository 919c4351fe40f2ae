#include "core/projection/repulsion_kernel.h"

namespace horo {

namespace baseline {
template <size_t dim>
void repel(const RepulsionTile&);
}
namespace avx2 {
template <size_t dim>
void repel(const RepulsionTile&);
}
namespace avx512 {
template <size_t dim>
void repel(const RepulsionTile&);
}

RepulsionKernel repulsionKernel(size_t dim, InstructionSet set) {
    switch (set) {
        case InstructionSet::Avx512:
            return dim == 3 ? avx512::repel<3> : avx512::repel<2>;
        case InstructionSet::Avx2:
            return dim == 3 ? avx2::repel<3> : avx2::repel<2>;
        case InstructionSet::Baseline:
            break;
    }
    return dim == 3 ? baseline::repel<3> : baseline::repel<2>;
}

}  // namespace horo
