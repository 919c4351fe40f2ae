#define HOROCYCLE_KERNEL avx2
#define HOROCYCLE_VECTOR_BYTES 32
#include "core/projection/repulsion_kernel.inl"
