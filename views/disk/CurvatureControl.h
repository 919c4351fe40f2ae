// The curvature of a layout, as a slider over the disk.
#pragma once

#include <QtWidgets/QWidget>

class QSlider;

namespace horo::views {

class Label;
class ToolPlate;

/// In the top right of a canvas. The slider is logarithmic, K = -0.04 to -9: to the left the plane is nearly
/// flat and branches crowd, to the right there is more room than they need.
class CurvatureControl : public QObject {
    Q_OBJECT
public:
    explicit CurvatureControl(QWidget* canvas);

    void setValue(double curvature);
    void setVisible(bool visible);

Q_SIGNALS:
    void changed(double curvature);

private:
    ToolPlate* plate_;
    QSlider* slider_;
    Label* label_;
};

}  // namespace horo::views
