#define HOROCYCLE_KERNEL avx2
#include "core/measure/distance_kernel.inl"
