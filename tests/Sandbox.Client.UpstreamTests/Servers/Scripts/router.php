<?php
// The router script of `php -S`: joins the decoded path to the document root.

function without_dot_segments(string $path): string
{
    $segments = [];
    foreach (explode('/', $path) as $segment) {
        if ($segment === '..') {
            array_pop($segments);
        } elseif ($segment !== '' && $segment !== '.') {
            $segments[] = $segment;
        }
    }

    return '/' . implode('/', $segments);
}

function is_in(string $folder, string $file): bool
{
    return $file === $folder || str_starts_with($file, $folder . '/');
}

header('Content-Type: text/plain');
$root = getenv('UPSTREAM_ROOT');
$file = without_dot_segments($root . '/' . rawurldecode((string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)));
foreach ([$file, $file . '/index.html'] as $candidate) {
    if (is_in(getenv('UPSTREAM_FOLDER'), $candidate) && !str_contains($candidate, "\0") && is_file($candidate)) {
        readfile($candidate);
        return;
    }
}

http_response_code(404);
echo getenv(is_in($root . '/api/public', $file) ? 'UPSTREAM_PUBLIC_TEXT' : 'UPSTREAM_PRIVATE_TEXT');
