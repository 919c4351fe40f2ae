// The pieces of the start page.
#pragma once

#include <QAbstractButton>
#include <QString>

namespace horo::app {

/// A row with an icon, a name, a grey remark and something at the right end.
class StartRow : public QAbstractButton {
    Q_OBJECT
public:
    StartRow(const QString& icon, const QString& name, const QString& remark, const QString& right,
             bool rightIsKey, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString icon_, remark_, right_;
    bool rightIsKey_;
};

/// A sample: its true picture, its name, what it is.
class SampleCard : public QAbstractButton {
    Q_OBJECT
public:
    /// `picture` = stem of resources/samples/STEM-light.png and -dark.png.
    SampleCard(const QString& source, const QString& picture, const QString& name, const QString& text,
               QWidget* parent = nullptr);
    const QString& source() const { return source_; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString source_, picture_, text_;
};

/// "Drop anything here", a button too.
class DropArea : public QAbstractButton {
    Q_OBJECT
public:
    explicit DropArea(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace horo::app
