using System.Collections.Immutable;
using System.Globalization;

namespace GruBuilder.Forms.Receipts.Images;

/// <summary>Reads the path data of SVG.</summary>
internal sealed class SvgPath
{
    private const int MostSteps = 20_000;
    private readonly ImmutableArray<VectorStep>.Builder _steps = ImmutableArray.CreateBuilder<VectorStep>();
    private readonly string _data;
    private int _at;
    private Spot _start;
    private Spot _here;
    private Spot _handle;
    private char _last;

    private SvgPath(string data) => _data = data;

    internal static ImmutableArray<VectorStep> Read(string data)
    {
        var path = new SvgPath(data);
        path.Read();
        return path._steps.ToImmutable();
    }

    /// <summary>An ellipse as four curves.</summary>
    internal static ImmutableArray<VectorStep> Ellipse(Spot center, double rx, double ry)
    {
        const double Handle = 0.5522847498;
        Spot At(double x, double y) => new(center.X + (x * rx), center.Y + (y * ry));
        return
        [
            new('m', At(1, 0)),
            new('c', At(0, 1), At(1, Handle), At(Handle, 1)),
            new('c', At(-1, 0), At(-Handle, 1), At(-1, Handle)),
            new('c', At(0, -1), At(-1, -Handle), At(-Handle, -1)),
            new('c', At(1, 0), At(Handle, -1), At(1, -Handle)),
            new('h', At(1, 0)),
        ];
    }

    private void Read()
    {
        var command = '\0';
        while (Skip())
        {
            if (char.IsAsciiLetter(_data[_at]))
            {
                command = _data[_at++];
            }
            else if (command is '\0' or 'Z' or 'z')
            {
                throw new FormatException("A path begins with a command.");
            }

            Step(command);
            _last = char.ToUpperInvariant(command);
            command = command switch { 'M' => 'L', 'm' => 'l', _ => command };
            if (_steps.Count > MostSteps)
            {
                throw new FormatException("The path is too long.");
            }
        }
    }

    private void Step(char command)
    {
        var from = char.IsAsciiLetterLower(command) ? _here : default;
        switch (char.ToUpperInvariant(command))
        {
            case 'M':
                _start = Go('m', from + Point());
                break;
            case 'L':
                Go('l', from + Point());
                break;
            case 'H':
                Go('l', new Spot(from.X + Number(), _here.Y));
                break;
            case 'V':
                Go('l', new Spot(_here.X, from.Y + Number()));
                break;
            case 'C':
                Curve(from + Point(), from + Point(), from + Point());
                break;
            case 'S':
                Curve(_last is 'C' or 'S' ? (_here * 2) - _handle : _here, from + Point(), from + Point());
                break;
            case 'Q':
                Quadratic(from + Point(), from + Point());
                break;
            case 'T':
                Quadratic(_last is 'Q' or 'T' ? (_here * 2) - _handle : _here, from + Point());
                break;
            case 'A':
                Arc(Math.Abs(Number()), Math.Abs(Number()), Number() * Math.PI / 180, Flag(), Flag(), from + Point());
                break;
            case 'Z':
                Go('h', _start);
                break;
            default:
                throw new FormatException("A path holds an unknown command.");
        }
    }

    private Spot Go(char kind, Spot to)
    {
        _steps.Add(new VectorStep(kind, to));
        return _here = _handle = to;
    }

    private void Curve(Spot first, Spot second, Spot to)
    {
        _steps.Add(new VectorStep('c', to, first, second));
        (_handle, _here) = (second, to);
    }

    private void Quadratic(Spot handle, Spot to)
    {
        Curve(_here + ((handle - _here) * (2.0 / 3)), to + ((handle - to) * (2.0 / 3)), to);
        _handle = handle;
    }

    // An arc of an ellipse, by its ends (SVG 1.1, F.6), as curves of a quarter turn at most.
    private void Arc(double rx, double ry, double turn, bool isLarge, bool isPositive, Spot to)
    {
        if (rx == 0 || ry == 0 || to == _here)
        {
            Go('l', to);
            return;
        }

        var (cos, sin) = (Math.Cos(turn), Math.Sin(turn));
        var half = (_here - to) * 0.5;
        var (x, y) = ((cos * half.X) + (sin * half.Y), (cos * half.Y) - (sin * half.X));
        var lack = ((x * x) / (rx * rx)) + ((y * y) / (ry * ry));
        if (lack > 1)
        {
            (rx, ry) = (rx * Math.Sqrt(lack), ry * Math.Sqrt(lack));
        }

        var under = ((rx * rx * y * y) + (ry * ry * x * x)) / (rx * rx * ry * ry);
        var away = (isLarge == isPositive ? -1 : 1) * Math.Sqrt(Math.Max(0, (1 / under) - 1));
        var (cx, cy) = (away * rx * y / ry, -away * ry * x / rx);
        var begin = Math.Atan2((y - cy) / ry, (x - cx) / rx);
        var sweep = Math.Atan2((-y - cy) / ry, (-x - cx) / rx) - begin;
        sweep += isPositive && sweep < 0 ? 2 * Math.PI : !isPositive && sweep > 0 ? -2 * Math.PI : 0;

        var middle = (_here + to) * 0.5;
        Spot Turned(double u, double v) => new(middle.X + (cos * (cx + (rx * u))) - (sin * (cy + (ry * v))), middle.Y + (sin * (cx + (rx * u))) + (cos * (cy + (ry * v))));
        var parts = Math.Max(1, (int)Math.Ceiling(Math.Abs(sweep) / (Math.PI / 2)));
        var reach = 4.0 / 3 * Math.Tan(sweep / parts / 4);
        for (var i = 0; i < parts; i++)
        {
            var (a, b) = (begin + (sweep * i / parts), begin + (sweep * (i + 1) / parts));
            Curve(
                Turned(Math.Cos(a) - (reach * Math.Sin(a)), Math.Sin(a) + (reach * Math.Cos(a))),
                Turned(Math.Cos(b) + (reach * Math.Sin(b)), Math.Sin(b) - (reach * Math.Cos(b))),
                i == parts - 1 ? to : Turned(Math.Cos(b), Math.Sin(b)));
        }
    }

    private Spot Point() => new(Number(), Number());

    private bool Flag()
    {
        Skip();
        return _data[_at++] switch { '0' => false, '1' => true, _ => throw new FormatException("A flag is 0 or 1.") };
    }

    private double Number()
    {
        Skip();
        var start = _at;
        var seen = (Dot: false, Power: false);
        for (; _at < _data.Length; _at++)
        {
            var c = _data[_at];
            var signed = c is '+' or '-' && (_at == start || _data[_at - 1] is 'e' or 'E');
            if (c == '.' && !seen.Dot && !seen.Power)
            {
                seen.Dot = true;
            }
            else if (c is 'e' or 'E' && !seen.Power && _at > start)
            {
                seen.Power = true;
            }
            else if (!char.IsAsciiDigit(c) && !signed)
            {
                break;
            }
        }

        var value = double.Parse(_data.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture);
        return Math.Abs(value) < 1e6 ? value : throw new FormatException("A number is beyond reason.");
    }

    private bool Skip()
    {
        while (_at < _data.Length && (char.IsWhiteSpace(_data[_at]) || _data[_at] == ','))
        {
            _at++;
        }

        return _at < _data.Length;
    }
}
