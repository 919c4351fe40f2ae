#define HOROCYCLE_KERNEL baseline
#include "core/measure/distance_kernel.inl"
