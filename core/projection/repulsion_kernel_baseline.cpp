#define HOROCYCLE_KERNEL baseline
#define HOROCYCLE_VECTOR_BYTES 16
#include "core/projection/repulsion_kernel.inl"
